package io.assay.json;

import com.dslplatform.json.DslJson;
import com.dslplatform.json.JsonReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What converters read from: one document, in place. Every byte is checked, also of what is skipped. A method that reads a
 * value skips the white space before it. Not thread-safe.
 *
 * <p>An object is read as {@link #openObject()}, then {@code field} for the names in the order they are expected, then
 * {@link #nextField} until it gives -1, which ends the object. {@code field} only looks whether a name is there: whatever
 * does not fit, an unexpected order or white space or an error, is left to {@code nextField}.
 */
public final class JsonInput {
    private static final int NULL = 'n' | 'u' << 8 | 'l' << 16 | 'l' << 24;
    private static final int TRUE = 't' | 'r' << 8 | 'u' << 16 | 'e' << 24;
    private static final int ALSE = 'a' | 'l' << 8 | 's' << 16 | 'e' << 24;

    final JsonLimits limits;
    byte[] bytes = {};
    int start;
    int position;
    int end;

    private final StringReader strings = new StringReader(this);
    private final NumberReader numbers = new NumberReader(this);
    private final PrimitiveArrays arrays = new PrimitiveArrays(this);

    private @Nullable JsonReader<Object> dsl;
    private byte[] copy = {};

    private int depth;
    /** Where the brace of the object that was opened last is: before a name there is this brace, or a comma. */
    private int brace;

    JsonInput(JsonLimits limits) {
        this.limits = limits;
    }

    void begin(byte[] document, int from, int to) throws JsonException {
        bytes = document;
        start = from;
        position = from;
        end = to;
        depth = 0;
        brace = -1;
        if (to - from > limits.maxBytes()) throw new JsonException(JsonError.TOO_LARGE, limits.maxBytes());
    }

    void finish() throws JsonException {
        int p = position;
        while (p < end && isSpace(bytes[p])) p++;
        if (p < end) throw error(JsonError.TRAILING_BYTES, p);
    }

    /** DSL-JSON's reader over the value from here to the position. */
    JsonReader<Object> dsl(DslJson<Object> json, int from) {
        if (dsl == null) dsl = json.newReader(new byte[64]);
        if (from == 0) return dsl.process(bytes, position);
        int length = position - from;
        if (copy.length < length) copy = new byte[Math.max(length, 1024)];
        System.arraycopy(bytes, from, copy, 0, length);
        return dsl.process(copy, length);
    }

    JsonException error(JsonError error, int at) {
        return new JsonException(error, Math.min(at, end) - start);
    }

    /** How far the document is read, in bytes from its first. */
    public int offset() {
        return position - start;
    }

    /**
     * What a converter throws where the bytes are right JSON, and what was made of them refuses its values.
     *
     * @param offset of the value, from {@link #offset()}
     * @param cause what was thrown
     */
    public JsonException refused(int offset, RuntimeException cause) {
        return new JsonException(JsonError.CONVERTER_REFUSED, offset, cause);
    }

    /** What is wrong with the byte here, which is none that was wanted. */
    JsonException unexpected(int at) {
        if (at >= end) return error(JsonError.UNEXPECTED_END, end);
        return switch (bytes[at]) {
            case '{', '[', '"', 't', 'f', 'n', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
                error(JsonError.WRONG_TYPE, at);
            default -> error(JsonError.UNEXPECTED_BYTE, at);
        };
    }

    static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    /** Skips white space; the byte behind it is at {@link #position}. */
    byte token() throws JsonException {
        int p = position;
        if (p < end) {
            byte b = bytes[p];
            if (b > ' ' || b < 0) return b;
        }
        return tokenBehindSpace();
    }

    private byte tokenBehindSpace() throws JsonException {
        int p = position;
        while (p < end && isSpace(bytes[p])) p++;
        position = p;
        if (p == end) throw error(JsonError.UNEXPECTED_END, p);
        return bytes[p];
    }

    /** Reads {@code null} if it is there. */
    public boolean readNull() throws JsonException {
        if (token() != 'n') return false;
        takeNull();
        return true;
    }

    private void takeNull() throws JsonException {
        if (isHere(NULL, position)) {
            position += 4;
        } else {
            literal("null");
        }
    }

    private boolean isHere(int fourBytes, int at) {
        return at <= end - 4 && Words.getInt(bytes, at) == fourBytes;
    }

    /** The rest of a word that has begun. */
    private void literal(String word) throws JsonException {
        int p = position;
        for (int i = 1; i < word.length(); i++) {
            if (p + i >= end) throw error(JsonError.UNEXPECTED_END, end);
            if (bytes[p + i] != word.charAt(i)) throw error(JsonError.UNEXPECTED_BYTE, p + i);
        }
        position = p + word.length();
    }

    /** Reads {@code true} or {@code false}. */
    public boolean readBoolean() throws JsonException {
        byte b = token();
        if (isHere(TRUE, position)) {
            position += 4;
            return true;
        }
        if (b == 'f' && isHere(ALSE, position + 1)) {
            position += 5;
            return false;
        }
        // What begins like one of the two is not all there.
        if (b == 't' || b == 'f') literal(b == 't' ? "true" : "false");
        throw primitive();
    }

    /** A value that is no primitive's. */
    JsonException primitive() {
        return position < end && bytes[position] == 'n'
                ? error(JsonError.NULL_FOR_PRIMITIVE, position)
                : unexpected(position);
    }

    private void open(char bracket) throws JsonException {
        if (token() != bracket) throw unexpected(position);
        if (++depth > limits.maxDepth()) throw error(JsonError.TOO_DEEP, position);
    }

    /** Opens an object. */
    public void openObject() throws JsonException {
        open('{');
        brace = position;
    }

    /**
     * Whether the next name is this one; then it is read. Its bytes are counted with the one before it, its quotes and the
     * colon. This one has 5 to 7.
     *
     * @param first the first 4 bytes, the lowest of which is not looked at
     * @param last the last 4 bytes
     */
    public boolean field(int first, int last, int length) {
        int p = position;
        if (p > end - length) return false;
        int found = Words.getInt(bytes, p);
        int wrong = ((found ^ first) & ~0xFF) | (Words.getInt(bytes, p + length - 4) ^ last);
        return wrong == 0 && take((byte) found, p, length);
    }

    /** Whether the next name is this one of 8 to 16 bytes: its first and its last 8. */
    public boolean field(long first, long last, int length) {
        int p = position;
        if (p > end - length) return false;
        long found = Words.get(bytes, p);
        long wrong = ((found ^ first) & ~0xFFL) | (Words.get(bytes, p + length - 8) ^ last);
        return wrong == 0 && take((byte) found, p, length);
    }

    /** Whether the next name is this one of 17 to 24 bytes: its first, its second, and its last 8. */
    public boolean field(long first, long second, long last, int length) {
        int p = position;
        if (p > end - length) return false;
        long found = Words.get(bytes, p);
        long wrong = ((found ^ first) & ~0xFFL)
                | (Words.get(bytes, p + 8) ^ second)
                | (Words.get(bytes, p + length - 8) ^ last);
        return wrong == 0 && take((byte) found, p, length);
    }

    /** Whether the next name is this one of any length. */
    public boolean field(byte[] name) {
        int p = position;
        if (p > end - name.length) return false;
        for (int i = 1; i < name.length; i++) {
            if (bytes[p + i] != name[i]) return false;
        }
        return take(bytes[p], p, name.length);
    }

    /**
     * Whether this name is next, as where all fields stand in the order of the class: the first behind a brace that was just
     * opened, the others behind a comma. Then it is read. The words are those of {@code field}, what is before the name looked
     * at too.
     */
    public boolean next(int first, int last, int length) {
        int p = position;
        if (p > end - length) return false;
        if (((Words.getInt(bytes, p) ^ first) | (Words.getInt(bytes, p + length - 4) ^ last)) != 0) return false;
        position = p + length;
        return true;
    }

    /** The same of 8 to 16 bytes. */
    public boolean next(long first, long last, int length) {
        int p = position;
        if (p > end - length) return false;
        if (((Words.get(bytes, p) ^ first) | (Words.get(bytes, p + length - 8) ^ last)) != 0) return false;
        position = p + length;
        return true;
    }

    /** The same of 17 to 24 bytes. */
    public boolean next(long first, long second, long last, int length) {
        int p = position;
        if (p > end - length || Words.get(bytes, p + 8) != second) return false;
        return next(first, last, length);
    }

    /** The same of any length. */
    public boolean next(byte[] name) {
        int p = position;
        if (p > end - name.length || !Arrays.equals(bytes, p, p + name.length, name, 0, name.length)) return false;
        position = p + name.length;
        return true;
    }

    /** Whether the object that was opened last ends here; then it is closed. */
    public boolean closeObject() {
        int p = position;
        if (p >= end || bytes[p] != '}') return false;
        position = p + 1;
        depth--;
        return true;
    }

    private boolean take(byte before, int at, int length) {
        if (before != ',' && (before != '{' || at != brace)) return false;
        position = at + length;
        return true;
    }

    /** Reads the next name that is in the table, skipping the others with their values; -1 at the object's end. */
    public int nextField(FieldNames names) throws JsonException {
        while (nextName()) {
            int from = position + 1;
            int to = strings.nameEnd(from);
            int index;
            if (to < 0) {
                byte[] decoded = strings.read().getBytes(StandardCharsets.UTF_8);
                index = names.find(decoded, 0, decoded.length);
            } else {
                index = names.find(bytes, from, to);
                position = to + 1;
            }
            colon();
            if (index >= 0) return index;
            skipValue();
        }
        return -1;
    }

    /** Reads the next name of an object that is read as a map; null at its end. */
    public @Nullable String nextKey() throws JsonException {
        if (!nextName()) return null;
        String name = strings.read();
        colon();
        return name;
    }

    /** Goes to the next name's quote; false behind the object's end. */
    private boolean nextName() throws JsonException {
        byte b = token();
        if (b == '{' && position == brace) {
            position++;
            b = token();
            if (b == '}') return close();
        } else if (b == '}') {
            return close();
        } else if (b == ',') {
            position++;
            b = token();
        } else {
            throw error(JsonError.UNEXPECTED_BYTE, position);
        }
        if (b != '"') throw error(JsonError.UNEXPECTED_BYTE, position);
        return true;
    }

    private boolean close() {
        position++;
        depth--;
        return false;
    }

    private void colon() throws JsonException {
        if (token() != ':') throw error(JsonError.UNEXPECTED_BYTE, position);
        position++;
    }

    /** Opens an array. */
    public void openArray() throws JsonException {
        open('[');
        position++;
    }

    /** Whether an array that was opened has an element; else it is closed. */
    public boolean firstElement() throws JsonException {
        return token() != ']' || close();
    }

    /** Whether there is another element behind the one that was read; else the array is closed. */
    public boolean nextElement() throws JsonException {
        byte b = token();
        if (b == ',') {
            position++;
            return true;
        }
        if (b != ']') throw error(JsonError.UNEXPECTED_BYTE, position);
        return close();
    }

    /** Reads a string. */
    public String readString() throws JsonException {
        String quick = shortString();
        if (quick != null) return quick;
        if (token() != '"') throw unexpected(position);
        return strings.read();
    }

    /** Reads a string or {@code null}. */
    public @Nullable String readNullable() throws JsonException {
        String quick = shortString();
        return quick == null ? otherNullable() : quick;
    }

    /**
     * A string of up to sixteen characters that are themselves, where no white space is before it, else null. It is small
     * enough to be compiled into converters, so that the position need not go by memory from one field to the next.
     */
    private @Nullable String shortString() {
        int from = position + 1;
        if (from > end - 17 || bytes[from - 1] != '"') return null;
        int length = Words.plain(bytes, from);
        if (bytes[from + length] != '"') return null;
        position = from + length + 1;
        return Latin1Reader.string(bytes, from, length);
    }

    private @Nullable String otherNullable() throws JsonException {
        byte b = token();
        if (b == '"') return strings.read();
        if (b != 'n') throw unexpected(position);
        takeNull();
        return null;
    }

    /** Reads an integer from -2^31 to 2^31 - 1. */
    public int readInt() throws JsonException {
        token();
        int at = position;
        long value = numbers.readLong();
        if (value != (int) value) throw error(JsonError.NUMBER_OUT_OF_RANGE, at);
        return (int) value;
    }

    /** Reads an integer from -2^63 to 2^63 - 1. */
    public long readLong() throws JsonException {
        token();
        return numbers.readLong();
    }

    /** Reads a number, correctly rounded; one that would be infinite is refused. */
    public double readDouble() throws JsonException {
        token();
        return numbers.readDouble();
    }

    /** Reads a number as it stands. */
    public BigDecimal readBigDecimal() throws JsonException {
        token();
        return numbers.readBigDecimal();
    }

    /** Reads an integer of any size within {@link JsonLimits#maxNumberLength()}. */
    public BigInteger readBigInteger() throws JsonException {
        token();
        return numbers.readBigInteger();
    }

    /** Reads an integer as a {@code Long}, or as a {@code BigInteger} above 64 bits, any other number as a {@code Double}. */
    public Number readNumber() throws JsonException {
        token();
        return numbers.readAny();
    }

    /** Reads an array of integers or {@code null}. */
    public long @Nullable [] readLongs() throws JsonException {
        return readNull() ? null : arrays.longs();
    }

    /** Reads an array of integers or {@code null}. */
    public int @Nullable [] readInts() throws JsonException {
        return readNull() ? null : arrays.ints();
    }

    /** Reads an array of numbers or {@code null}. */
    public double @Nullable [] readDoubles() throws JsonException {
        return readNull() ? null : arrays.doubles();
    }

    /**
     * Reads the name of a constant.
     *
     * @param constants by name
     */
    public <E extends Enum<E>> E readEnum(EnumNames<E> constants) throws JsonException {
        if (token() != '"') throw unexpected(position);
        E found = constants.quick(this);
        if (found != null) return found;
        int at = position;
        int to = strings.nameEnd(at + 1);
        if (to < 0) {
            byte[] decoded = strings.read().getBytes(StandardCharsets.UTF_8);
            found = constants.find(decoded, 0, decoded.length);
        } else {
            found = constants.find(bytes, at + 1, to);
            position = to + 1;
        }
        if (found == null) throw error(JsonError.UNKNOWN_CONSTANT, at);
        return found;
    }

    /** Reads a value of any kind and keeps nothing of it. */
    public void skipValue() throws JsonException {
        switch (token()) {
            case '"' -> strings.skip();
            case '{' -> {
                openObject();
                while (nextName()) {
                    strings.skip();
                    colon();
                    skipValue();
                }
            }
            case '[' -> {
                openArray();
                if (!firstElement()) return;
                do {
                    skipValue();
                } while (nextElement());
            }
            case 'n' -> takeNull();
            case 't' -> literal("true");
            case 'f' -> literal("false");
            default -> numbers.skip();
        }
    }
}
