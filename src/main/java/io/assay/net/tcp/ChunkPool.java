package io.assay.net.tcp;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;

/** Buffers for output, outside the heap so that the system takes them without another copy; of one size, used again. */
final class ChunkPool {
    static final int CHUNK = 32 << 10;

    private final ArrayDeque<ByteBuffer> free = new ArrayDeque<>();
    private final Counters counters;
    private final int most;

    /** A pool that keeps at most so many bytes for later. */
    ChunkPool(long mostBytes, Counters counters) {
        most = (int) Math.min(mostBytes / CHUNK, Integer.MAX_VALUE);
        this.counters = counters;
    }

    /** An empty chunk: position and limit are 0. */
    ByteBuffer take() {
        counters.add(Counters.BUFFERS, 1);
        ByteBuffer chunk = free.pollLast();
        return chunk == null ? ByteBuffer.allocateDirect(CHUNK).limit(0) : chunk;
    }

    void give(ByteBuffer chunk) {
        counters.add(Counters.BUFFERS, -1);
        if (free.size() < most) free.addLast(chunk.position(0).limit(0));
    }
}
