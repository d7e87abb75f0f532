package io.assay.http1;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** The ways in which bytes are handed to a parser; other bytes lie about them in each. */
enum BufferKind {
    ARRAY,
    HEAP,
    SLICED,
    READ_ONLY,
    DIRECT,
    DIRECT_READ_ONLY,
    AGRONA_ARRAY,
    AGRONA_DIRECT;

    private static final int BEFORE = 3;
    /** Looks like more of a head, should a parser read on; and is long enough for one that looks at blocks to do so. */
    private static final byte[] BEHIND =
            "\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n0\r\n\r\n".repeat(3).getBytes(StandardCharsets.US_ASCII);

    /** A parser's three entries. */
    record Entries(ArrayEntry array, BufferEntry buffer, AgronaEntry agrona) {}

    /** Over an array. */
    interface ArrayEntry {
        int parse(byte[] buffer, int from, int to);
    }

    /** Over a byte buffer. */
    interface BufferEntry {
        int parse(ByteBuffer buffer);
    }

    /** Over Agrona's buffer. */
    interface AgronaEntry {
        int parse(DirectBuffer buffer, int offset, int length);
    }

    /** Bytes that are handed over from some place on, up to some end, as often as one likes. */
    Source over(byte[] bytes) {
        byte[] amid = new byte[BEFORE + bytes.length + BEHIND.length];
        System.arraycopy(bytes, 0, amid, BEFORE, bytes.length);
        System.arraycopy(BEHIND, 0, amid, BEFORE + bytes.length, BEHIND.length);
        ByteBuffer heap = ByteBuffer.wrap(amid);
        ByteBuffer direct = ByteBuffer.allocateDirect(amid.length).put(amid).flip();
        return switch (this) {
            case ARRAY -> (entries, from, to) -> entries.array().parse(amid, BEFORE + from, BEFORE + to);
            case HEAP -> (entries, from, to) -> entries.buffer().parse(range(heap.duplicate(), from, to));
            case SLICED ->
                (entries, from, to) ->
                        entries.buffer().parse(range(heap.duplicate(), from, to).slice());
            case READ_ONLY -> (entries, from, to) -> entries.buffer().parse(range(heap.asReadOnlyBuffer(), from, to));
            case DIRECT -> (entries, from, to) -> entries.buffer().parse(range(direct.duplicate(), from, to));
            case DIRECT_READ_ONLY ->
                (entries, from, to) -> entries.buffer().parse(range(direct.asReadOnlyBuffer(), from, to));
            case AGRONA_ARRAY -> agrona(new UnsafeBuffer(amid));
            case AGRONA_DIRECT -> agrona(new UnsafeBuffer(direct));
        };
    }

    private static Source agrona(DirectBuffer buffer) {
        return (entries, from, to) -> entries.agrona().parse(buffer, BEFORE + from, to - from);
    }

    private static ByteBuffer range(ByteBuffer buffer, int from, int to) {
        return buffer.limit(BEFORE + to).position(BEFORE + from);
    }

    /** Hands bytes over. */
    interface Source {
        int parse(Entries entries, int from, int to);
    }
}
