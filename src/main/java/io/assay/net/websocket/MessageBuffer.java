package io.assay.net.websocket;

import io.assay.net.ArrayPool;

/** The part of a message that has come, in an array that grows with what comes, not with what is announced. */
final class MessageBuffer {
    private static final byte[] NONE = {};

    private final ArrayPool pool;
    byte[] bytes = NONE;
    int length;

    MessageBuffer(ArrayPool pool) {
        this.pool = pool;
    }

    void append(byte[] from, int start, int count) {
        if (count == 0) return;
        int needed = length + count;
        // Doubling by the pool's classes: each byte is copied at most twice on average.
        if (needed > bytes.length) bytes = pool.grow(bytes, length, needed);
        System.arraycopy(from, start, bytes, length, count);
        length = needed;
    }

    /** Gives the array back: a connection between two messages holds none. */
    void clear() {
        length = 0;
        if (bytes.length > 0) {
            pool.give(bytes);
            bytes = NONE;
        }
    }
}
