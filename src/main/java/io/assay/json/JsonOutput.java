package io.assay.json;

import com.dslplatform.json.DslJson;
import com.dslplatform.json.JsonWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What converters write to: the bytes of one document, in an array that grows up to {@link JsonLimits#maxBytes()}. Names come
 * with the byte before them, as the words that the processor made of them. Not thread-safe.
 */
public final class JsonOutput {
    /** What writers by words touch behind their end, and the longest number. */
    private static final int SLACK = 32;

    private final int maxBytes;
    private final int maxDepth;
    private final StringWriter strings = new StringWriter(this);

    byte[] bytes;
    int position;
    /** Where in the array the document starts. */
    int start;

    /** Kept, so that a document that does not fit elsewhere costs an array once. */
    private byte[] own = new byte[1024];
    /** So far a document may go: what is touched behind it ends where the target does. */
    private int end;

    private @Nullable JsonWriter dsl;
    private int depth;

    JsonOutput(JsonLimits limits) {
        maxBytes = limits.maxBytes();
        maxDepth = limits.maxDepth();
        bytes = own;
    }

    /** Starts a document in an array that belongs to this. */
    void begin() {
        begin(own, 0, own.length);
    }

    /** Starts a document in {@code target[from,to)}, and outside of it where it does not fit. */
    void begin(byte[] target, int from, int to) {
        begin(target, from, to, 0);
        depth = 0;
    }

    JsonWriter dsl(DslJson<Object> json) {
        if (dsl == null) dsl = json.newWriter();
        return dsl;
    }

    /** Bytes written so far. */
    public int length() {
        return position - start;
    }

    JsonException error(JsonError error) {
        return new JsonException(error, position - start);
    }

    /** Makes room for so many bytes, and for what writers by words touch behind them. */
    void reserve(int size) throws JsonException {
        if (size > end - position) grow(size);
    }

    private void grow(int size) throws JsonException {
        int length = position - start;
        // A reserve may be for more than is written in the end: the limit is checked on what was written.
        if (length > maxBytes) throw new JsonException(JsonError.TOO_LARGE, maxBytes);
        long wanted = (long) length + size + SLACK;
        byte[] larger = own;
        if (bytes == own || own.length < wanted) {
            long doubled = Math.min(Integer.MAX_VALUE - 8, Math.max(wanted, 2L * own.length));
            if (doubled < wanted) throw error(JsonError.TOO_LARGE);
            larger = new byte[(int) doubled];
        }
        System.arraycopy(bytes, start, larger, 0, length);
        own = larger;
        begin(larger, 0, larger.length, length);
    }

    private void begin(byte[] target, int from, int to, int written) {
        // A reference that is stored is a collector's business, each time: most documents go where the last one went.
        if (bytes != target) bytes = target;
        start = from;
        position = from + written;
        end = to - SLACK;
    }

    /** Ends the document. */
    int finish() throws JsonException {
        int length = position - start;
        if (length > maxBytes) throw new JsonException(JsonError.TOO_LARGE, maxBytes);
        return length;
    }

    /** Goes one level down; the brace comes with the first name. */
    public void openObject() throws JsonException {
        if (++depth > maxDepth) throw error(JsonError.TOO_DEEP);
    }

    /** Ends an object that had a name. */
    public void closeObject() throws JsonException {
        depth--;
        literal((byte) '}');
    }

    /** An object without names. */
    public void emptyObject() throws JsonException {
        openObject();
        literal((byte) '{');
        closeObject();
    }

    /** Starts an array. */
    public void openArray() throws JsonException {
        if (++depth > maxDepth) throw error(JsonError.TOO_DEEP);
        literal((byte) '[');
    }

    /** Ends an array. */
    public void closeArray() throws JsonException {
        depth--;
        literal((byte) ']');
    }

    /** Between two elements. */
    public void comma() throws JsonException {
        literal((byte) ',');
    }

    private void literal(byte b) throws JsonException {
        reserve(1);
        bytes[position++] = b;
    }

    /** A name of up to 8 bytes, with the brace or comma before it, its quotes, and the colon. */
    public void name(long word, int length) throws JsonException {
        reserve(8);
        Words.set(bytes, position, word);
        position += length;
    }

    /** A name of 9 to 16 bytes. */
    public void name(long first, long second, int length) throws JsonException {
        reserve(16);
        Words.set(bytes, position, first);
        Words.set(bytes, position + 8, second);
        position += length;
    }

    /** A name of 17 to 24 bytes. */
    public void name(long first, long second, long third, int length) throws JsonException {
        reserve(24);
        Words.set(bytes, position, first);
        Words.set(bytes, position + 8, second);
        Words.set(bytes, position + 16, third);
        position += length;
    }

    /** A longer name, or any bytes that are right where they stand. */
    public void raw(byte[] literal) throws JsonException {
        raw(literal, 0, literal.length);
    }

    void raw(byte[] from, int at, int length) throws JsonException {
        reserve(length);
        System.arraycopy(from, at, bytes, position, length);
        position += length;
    }

    /**
     * A name that is known at run time alone.
     *
     * @param first whether it is the object's first, behind a brace
     */
    public void name(String name, boolean first) throws JsonException {
        literal(first ? (byte) '{' : (byte) ',');
        writeString(name);
        literal((byte) ':');
    }

    /** {@code null}. */
    public void writeNull() throws JsonException {
        reserve(4);
        Words.setInt(bytes, position, 'n' | 'u' << 8 | 'l' << 16 | 'l' << 24);
        position += 4;
    }

    /** {@code true} or {@code false}. */
    public void writeBoolean(boolean value) throws JsonException {
        reserve(5);
        byte[] b = bytes;
        int p = position;
        if (value) {
            Words.setInt(b, p, 't' | 'r' << 8 | 'u' << 16 | 'e' << 24);
            position = p + 4;
        } else {
            Words.setInt(b, p, 'f' | 'a' << 8 | 'l' << 16 | 's' << 24);
            b[p + 4] = 'e';
            position = p + 5;
        }
    }

    /** An integer. */
    public void writeLong(long value) throws JsonException {
        reserve(20);
        byte[] b = bytes;
        int p = position;
        long n = value;
        if (n < 0) {
            b[p++] = '-';
            n = -n;
            if (n < 0) {
                // -2^63 has no positive: its first digit, and the rest.
                b[p++] = '9';
                n = 223_372_036_854_775_808L;
            }
        }
        position = Digits.write(b, p, n);
    }

    /** An integer. */
    public void writeInt(int value) throws JsonException {
        reserve(11);
        byte[] b = bytes;
        int p = position;
        b[p] = '-';
        position = Digits.write(b, p + (value >>> 31), Math.abs((long) value));
    }

    /**
     * A number, as {@link Double#toString(double)} of JDK 19 and later writes it: the shortest that reads back the same.
     *
     * @throws JsonException for NaN and the infinities, which JSON has not
     */
    public void writeDouble(double value) throws JsonException {
        if (!Double.isFinite(value)) throw error(JsonError.NUMBER_OUT_OF_RANGE);
        reserve(DoubleWriter.LONGEST);
        position = DoubleWriter.write(bytes, position, value);
    }

    /** A number in the notation of its {@code toString}. */
    public void writeBigDecimal(BigDecimal value) throws JsonException {
        writeAscii(value.toString());
    }

    /** An integer. */
    public void writeBigInteger(BigInteger value) throws JsonException {
        writeAscii(value.toString());
    }

    private void writeAscii(String digits) throws JsonException {
        raw(digits.getBytes(StandardCharsets.ISO_8859_1));
    }

    /**
     * A string: what section 7 of RFC 8259 wants escaped is, by two characters where there is such an escape; everything else
     * is UTF-8 as it is.
     *
     * @throws JsonException for a surrogate without its other half
     */
    public void writeString(String value) throws JsonException {
        strings.write(value);
    }

    /** A string or {@code null}. */
    public void writeNullable(@Nullable String value) throws JsonException {
        if (value == null) {
            writeNull();
        } else {
            strings.write(value);
        }
    }

    /** An array of integers, or {@code null}. */
    public void writeLongs(long @Nullable [] values) throws JsonException {
        if (values == null) {
            writeNull();
            return;
        }
        openArray();
        for (int i = 0; i < values.length; i++) {
            if (i > 0) comma();
            writeLong(values[i]);
        }
        closeArray();
    }

    /** An array of integers, or {@code null}. */
    public void writeInts(int @Nullable [] values) throws JsonException {
        if (values == null) {
            writeNull();
            return;
        }
        openArray();
        for (int i = 0; i < values.length; i++) {
            if (i > 0) comma();
            writeInt(values[i]);
        }
        closeArray();
    }

    /** An array of numbers, or {@code null}. */
    public void writeDoubles(double @Nullable [] values) throws JsonException {
        if (values == null) {
            writeNull();
            return;
        }
        openArray();
        for (int i = 0; i < values.length; i++) {
            if (i > 0) comma();
            writeDouble(values[i]);
        }
        closeArray();
    }

    byte[] toByteArray() {
        return Arrays.copyOfRange(bytes, start, position);
    }
}
