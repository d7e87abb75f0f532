package io.assay.net.tcp;

import io.assay.net.ArrayPool;

/** Input that a handler has left for later. Without any it has no array. */
final class HeldInput {
    private static final byte[] NONE = {};

    private final ArrayPool pool;
    byte[] bytes = NONE;
    int from;
    int to;

    HeldInput(ArrayPool pool) {
        this.pool = pool;
    }

    boolean isEmpty() {
        return from == to;
    }

    int length() {
        return to - from;
    }

    void append(byte[] more, int start, int count) {
        int length = to - from;
        if (to + count > bytes.length) {
            // To the front: into the same array if that leaves it half free, lest each byte be moved for the next.
            if (bytes.length > 0 && (length + count) * 2 <= bytes.length) {
                System.arraycopy(bytes, from, bytes, 0, length);
            } else {
                byte[] larger = pool.take((length + count) * 2);
                System.arraycopy(bytes, from, larger, 0, length);
                if (bytes.length > 0) pool.give(bytes);
                bytes = larger;
            }
            from = 0;
            to = length;
        }
        System.arraycopy(more, start, bytes, to, count);
        to += count;
    }

    void skip(int count) {
        from += count;
        if (from == to) release();
    }

    void release() {
        from = 0;
        to = 0;
        if (bytes.length > 0) {
            pool.give(bytes);
            bytes = NONE;
        }
    }
}
