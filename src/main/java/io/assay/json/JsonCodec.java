package io.assay.json;

import io.assay.Checks;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Writes objects as documents and reads documents as objects, on the buffers that an HTTP parser and a socket use. Arrays, and
 * buffers on the heap, are read where they are, and written where they are as long as there is room to spare behind the document,
 * 32 bytes, or 3 kB behind a text outside Latin-1: one that comes nearer to the end is copied from the codec's own array. So are documents in direct, read-only and
 * expandable buffers, and what {@link JsonTypes.Builder#addDsl DSL-JSON's converters} read elsewhere than at an array's start.
 *
 * <p>A codec keeps its reader, its writer and their arrays, which grow up to the limits. Not thread-safe: one for a thread or
 * loop; converters must not call the codec that called them. Once the arrays are large enough, writing allocates nothing but the
 * digits of {@code BigDecimal} and {@code BigInteger}, and iterators that the compiler does not remove; reading allocates the
 * objects, and the text of numbers above 19 digits and of names with escapes.
 */
public final class JsonCodec {
    private final JsonTypes types;
    private final JsonOutput out;
    private final JsonInput in;
    private byte[] copy = {};

    /** The type that came last, and its converter: on a connection most documents are of one type. */
    private @Nullable Class<?> lastType;

    private @Nullable JsonConverter<?> lastConverter;

    JsonCodec(JsonTypes types) {
        this.types = types;
        out = new JsonOutput(types.limits());
        in = new JsonInput(types.limits());
    }

    @SuppressWarnings("unchecked") // the converter that was found for this type
    private <T> JsonConverter<T> converter(Class<T> type) {
        if (type == lastType && lastConverter != null) return (JsonConverter<T>) lastConverter;
        JsonConverter<T> found = types.converter(type);
        lastType = type;
        lastConverter = found;
        return found;
    }

    @SuppressWarnings("unchecked")
    private <T> int encode(@Nullable T value) throws JsonException {
        if (value == null) {
            out.writeNull();
            return out.finish();
        }
        Class<T> type = (Class<T>) value.getClass();
        boolean known = type == lastType || types.contains(type);
        converter(known ? type : (Class<T>) Object.class).write(out, value);
        return out.finish();
    }

    /**
     * Writes a document into an array of the codec's own: {@code buffer()[0,length)} until the next call of {@code write}.
     *
     * @return the length in bytes
     * @throws IllegalArgumentException when the value's class is not registered
     */
    public <T> int write(@Nullable T value) throws JsonException {
        out.begin();
        return encode(value);
    }

    /** The array that {@link #write(Object)} wrote into. */
    public byte[] buffer() {
        return out.bytes;
    }

    /** Writes a document into an array of exactly its length. */
    public <T> byte[] toBytes(@Nullable T value) throws JsonException {
        write(value);
        return out.toByteArray();
    }

    /**
     * Writes a document into {@code buffer[from,to)}. Outside of that nothing is touched; behind the document, and after an
     * error, everything in it may be.
     *
     * @return the document's length in bytes
     * @throws JsonException also when the document does not fit: {@link JsonError#BUFFER_TOO_SMALL}
     */
    public <T> int write(@Nullable T value, byte[] buffer, int from, int to) throws JsonException {
        if (Checks.ENABLED) Objects.checkFromToIndex(from, to, buffer.length);
        out.begin(buffer, from, to);
        int length = encode(value);
        if (out.bytes != buffer) {
            if (length > to - from) throw new JsonException(JsonError.BUFFER_TOO_SMALL, to - from);
            System.arraycopy(out.bytes, 0, buffer, from, length);
        }
        return length;
    }

    /** Writes a document at a buffer's position, which goes behind it; up to the limit all may be touched. */
    public <T> int write(@Nullable T value, ByteBuffer buffer) throws JsonException {
        int length;
        if (buffer.hasArray()) {
            int offset = buffer.arrayOffset();
            length = write(value, buffer.array(), offset + buffer.position(), offset + buffer.limit());
            buffer.position(buffer.position() + length);
        } else {
            length = write(value);
            if (length > buffer.remaining()) throw new JsonException(JsonError.BUFFER_TOO_SMALL, buffer.remaining());
            buffer.put(out.bytes, 0, length);
        }
        return length;
    }

    /** Writes a document at an offset of a buffer, which grows where it can. */
    public <T> int write(@Nullable T value, MutableDirectBuffer buffer, int offset) throws JsonException {
        byte[] array = buffer.byteArray();
        boolean expandable = buffer.isExpandable();
        if (Checks.ENABLED && !expandable) Objects.checkFromToIndex(offset, buffer.capacity(), buffer.capacity());
        if (array != null && !expandable) {
            int base = buffer.wrapAdjustment();
            return write(value, array, base + offset, base + buffer.capacity());
        }
        int length = write(value);
        if (!expandable && length > buffer.capacity() - offset) {
            throw new JsonException(JsonError.BUFFER_TOO_SMALL, buffer.capacity() - offset);
        }
        buffer.putBytes(offset, out.bytes, 0, length);
        return length;
    }

    /**
     * Reads {@code buffer[from,to)}, all of it.
     *
     * @return the object; null for the document {@code null}
     * @throws IllegalArgumentException when the type is not registered
     */
    public <T> @Nullable T read(byte[] buffer, int from, int to, Class<T> type) throws JsonException {
        if (Checks.ENABLED) Objects.checkFromToIndex(from, to, buffer.length);
        in.begin(buffer, from, to);
        JsonConverter<T> converter = converter(type);
        T value = in.readNull() ? null : converter.read(in);
        in.finish();
        return value;
    }

    /** Reads what is between position and limit; neither is changed. */
    public <T> @Nullable T read(ByteBuffer buffer, Class<T> type) throws JsonException {
        int length = buffer.remaining();
        if (buffer.hasArray()) {
            int from = buffer.arrayOffset() + buffer.position();
            return read(buffer.array(), from, from + length, type);
        }
        room(length);
        buffer.get(buffer.position(), copy, 0, length);
        return read(copy, 0, length, type);
    }

    /** Reads {@code length} bytes at {@code offset}. */
    public <T> @Nullable T read(DirectBuffer buffer, int offset, int length, Class<T> type) throws JsonException {
        if (Checks.ENABLED) Objects.checkFromIndexSize(offset, length, buffer.capacity());
        byte[] array = buffer.byteArray();
        if (array != null) {
            int from = buffer.wrapAdjustment() + offset;
            return read(array, from, from + length, type);
        }
        room(length);
        buffer.getBytes(offset, copy, 0, length);
        return read(copy, 0, length, type);
    }

    private void room(int length) throws JsonException {
        int most = types.limits().maxBytes();
        if (length > most) throw new JsonException(JsonError.TOO_LARGE, most);
        if (copy.length < length) copy = new byte[Math.max(length, 1024)];
    }
}
