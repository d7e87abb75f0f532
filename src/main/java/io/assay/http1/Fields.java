package io.assay.http1;

import io.assay.Checks;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The field lines of one head or trailer section, in their order: ranges of bytes relative to the section's start,
 * without the white space around values. A view that its parser fills anew for each message. What gives strings or
 * compares reads the bytes that were parsed, so they must still be where the parser was last given them.
 *
 * <p>Not thread-safe. An index that is not below {@link #count()} is an {@link IndexOutOfBoundsException}.
 */
public final class Fields {
    /** Ints a field: start of the name, its length and id, start and end of the value. */
    static final int STRIDE = 4;

    static final int NAME = 0;
    static final int LENGTH_AND_ID = 1;
    static final int VALUE = 2;
    static final int VALUE_END = 3;

    /** Ids up to this have a bit of their own in {@link #seen}; all above share the last. */
    static final int LAST_INDEXED = 62;

    private static final HeaderName[] NAMES = HeaderName.values();
    private static final int INITIAL = 32;

    byte[] buffer = {};
    int base;
    int count;
    /** Fields in {@link #ranges}, those among them that {@link #index} has to count yet; set before it alone. */
    int written;

    int[] ranges = new int[INITIAL * STRIDE];
    /** The bit of an id is set when a field of that name was there. */
    long seen;
    /** The same, when there was a second one. */
    long repeated;
    /** For each bit, the last field of that name. */
    final int[] last = new int[64];

    Fields() {}

    void clear() {
        count = 0;
        seen = 0;
        repeated = 0;
    }

    void add(int name, int lengthAndId, int value, int valueEnd, int maxFields) {
        int at = count * STRIDE;
        int[] r = at == ranges.length ? grow(maxFields) : ranges;
        r[at + NAME] = name;
        r[at + LENGTH_AND_ID] = lengthAndId;
        r[at + VALUE] = value;
        r[at + VALUE_END] = valueEnd;
        int index = Math.min(lengthAndId & 0xFF, LAST_INDEXED + 1);
        long bit = 1L << index;
        repeated |= seen & bit;
        seen |= bit;
        last[index] = count++;
    }

    /** Counts the fields that were {@link #written}. */
    void index() {
        int[] r = ranges;
        int[] of = last;
        long found = seen;
        long again = repeated;
        int end = written;
        for (int i = count; i < end; i++) {
            int index = Math.min(r[i * STRIDE + LENGTH_AND_ID] & 0xFF, LAST_INDEXED + 1);
            long bit = 1L << index;
            again |= found & bit;
            found |= bit;
            of[index] = i;
        }
        count = end;
        seen = found;
        repeated = again;
    }

    int[] grow(int maxFields) {
        int fields = ranges.length / STRIDE;
        ranges = Arrays.copyOf(ranges, Math.min(Math.max(fields, 1) * 2, maxFields) * STRIDE);
        return ranges;
    }

    /** Number of field lines. */
    public int count() {
        return count;
    }

    /** Where the name of field {@code i} starts. */
    public int nameStart(int i) {
        return ranges[at(i) + NAME];
    }

    /** Where the name of field {@code i} ends. */
    public int nameEnd(int i) {
        int at = at(i);
        return ranges[at + NAME] + (ranges[at + LENGTH_AND_ID] >>> 8);
    }

    /** Where the value of field {@code i} starts. */
    public int valueStart(int i) {
        return ranges[at(i) + VALUE];
    }

    /** Where the value of field {@code i} ends. */
    public int valueEnd(int i) {
        return ranges[at(i) + VALUE_END];
    }

    /** The name of field {@code i} if it is well known, else null. */
    public @Nullable HeaderName headerName(int i) {
        int id = ranges[at(i) + LENGTH_AND_ID] & 0xFF;
        return id == 0 ? null : NAMES[id - 1];
    }

    /** The name of field {@code i}: the constant {@link HeaderName#text()} if it is well known, else as received. */
    public String name(int i) {
        int at = at(i);
        int id = ranges[at + LENGTH_AND_ID] & 0xFF;
        if (id != 0) return NAMES[id - 1].text();
        return string(ranges[at + NAME], ranges[at + NAME] + (ranges[at + LENGTH_AND_ID] >>> 8));
    }

    /** The value of field {@code i}, one char a byte (ISO 8859-1). */
    public String value(int i) {
        int at = at(i);
        return string(ranges[at + VALUE], ranges[at + VALUE_END]);
    }

    /** The first field of this name, or -1. Constant time for the first 62 names unless the field is repeated. */
    public int indexOf(HeaderName name) {
        int id = name.id();
        if (id <= LAST_INDEXED) {
            long bit = 1L << id;
            if ((seen & bit) == 0) return -1;
            if ((repeated & bit) == 0) return last[id];
        }
        return indexOf(name, 0);
    }

    /** The first field of this name that is {@code from} or later, or -1. */
    public int indexOf(HeaderName name, int from) {
        int id = name.id();
        for (int i = from; i < count; i++) {
            if ((ranges[i * STRIDE + LENGTH_AND_ID] & 0xFF) == id) return i;
        }
        return -1;
    }

    /** The first field of this name that is {@code from} or later, or -1; ASCII letters match in either case. */
    public int indexOf(String name, int from) {
        for (int i = from; i < count; i++) {
            if (nameEquals(i, name)) return i;
        }
        return -1;
    }

    /** Whether there is a field of this name. */
    public boolean contains(HeaderName name) {
        return indexOf(name) >= 0;
    }

    /** The value of the first field of this name, or null. */
    public @Nullable String value(HeaderName name) {
        int i = indexOf(name);
        return i < 0 ? null : value(i);
    }

    /** Whether the name of field {@code i} is this, ASCII letters in either case. Allocates nothing. */
    public boolean nameEquals(int i, String name) {
        return Octets.equalIgnoreCase(buffer, base + nameStart(i), base + nameEnd(i), name);
    }

    /** Whether the value of field {@code i} is this, to the byte (ISO 8859-1). Allocates nothing. */
    public boolean valueEquals(int i, String value) {
        return Octets.equal(buffer, base + valueStart(i), base + valueEnd(i), value);
    }

    /** Whether the value of field {@code i} is this, ASCII letters in either case. Allocates nothing. */
    public boolean valueEqualsIgnoreCase(int i, String value) {
        return Octets.equalIgnoreCase(buffer, base + valueStart(i), base + valueEnd(i), value);
    }

    private String string(int from, int to) {
        return new String(buffer, base + from, to - from, StandardCharsets.ISO_8859_1);
    }

    private int at(int i) {
        if (Checks.ENABLED) Objects.checkIndex(i, count);
        return i * STRIDE;
    }
}
