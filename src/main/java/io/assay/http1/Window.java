package io.assay.http1;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.agrona.DirectBuffer;

/**
 * Copy of the first bytes of a section that is not in an array of the heap. It grows piece by piece, so that of what
 * lies behind a section little more than a piece is copied, and nothing twice.
 */
final class Window {
    private static final int PIECE = 1024;

    byte[] bytes = {};
    int length;

    /** Has at least {@code least} bytes there, if {@code available} allows, and at least one that is new. */
    void extend(ByteBuffer source, int from, int available, int least) {
        int to = room(available, least);
        if (to > length) source.get(from + length, bytes, length, to - length);
        length = to;
    }

    /** The same. */
    void extend(DirectBuffer source, int from, int available, int least) {
        int to = room(available, least);
        if (to > length) source.getBytes(from + length, bytes, length, to - length);
        length = to;
    }

    private int room(int available, int least) {
        // The bytes that are there already are those presented again.
        int to = Math.min(available, Math.max(least, length + PIECE));
        if (to > bytes.length) bytes = Arrays.copyOf(bytes, Math.max(to, Math.max(PIECE, 2 * bytes.length)));
        return Math.max(to, Math.min(length, available));
    }
}
