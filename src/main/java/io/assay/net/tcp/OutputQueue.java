package io.assay.net.tcp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.GatheringByteChannel;
import java.util.Arrays;

/** Output that the system has not taken yet, in chunks whose position and limit enclose what is left. */
final class OutputQueue {
    private static final ByteBuffer[] NONE = {};
    /** As many as one gathering write takes: more would be pinned and looked at for a socket buffer that is full. */
    private static final int GATHERED = 16;

    private final ChunkPool pool;
    private ByteBuffer[] chunks = NONE;
    private int head;
    private int tail;
    private long pending;

    OutputQueue(ChunkPool pool) {
        this.pool = pool;
    }

    long pending() {
        return pending;
    }

    boolean isEmpty() {
        return pending == 0;
    }

    void add(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            ByteBuffer last = head < tail ? chunks[tail - 1] : addChunk();
            if (last.limit() == last.capacity()) last = addChunk();
            int start = last.limit();
            int n = Math.min(to - at, last.capacity() - start);
            last.limit(start + n);
            last.put(start, bytes, at, n);
            at += n;
        }
        pending += to - from;
    }

    private ByteBuffer addChunk() {
        if (tail == chunks.length) {
            int count = tail - head;
            // Room is made by moving to the front, as long as that frees half of it.
            ByteBuffer[] target =
                    count * 2 <= chunks.length && count > 0 ? chunks : Arrays.copyOf(NONE, Math.max(4, count * 2));
            System.arraycopy(chunks, head, target, 0, count);
            if (target == chunks) Arrays.fill(chunks, count, tail, null);
            chunks = target;
            head = 0;
            tail = count;
        }
        ByteBuffer chunk = pool.take();
        chunks[tail++] = chunk;
        return chunk;
    }

    /** Writes what the system takes now, several chunks by one call; says how many bytes. */
    long writeTo(GatheringByteChannel channel) throws IOException {
        long written = 0;
        while (head < tail) {
            int count = Math.min(tail - head, GATHERED);
            long n = count == 1 ? channel.write(chunks[head]) : channel.write(chunks, head, count);
            written += n;
            pending -= n;
            while (head < tail && !chunks[head].hasRemaining()) drop();
            if (n == 0 || (head < tail && chunks[head].position() > 0)) break;
        }
        if (head == tail) {
            head = 0;
            tail = 0;
            // A connection at rest holds nothing of what a burst has needed.
            if (chunks.length > 4) chunks = NONE;
        }
        return written;
    }

    private void drop() {
        pool.give(chunks[head]);
        Arrays.fill(chunks, head, head + 1, null);
        head++;
    }

    void release() {
        while (head < tail) drop();
        head = 0;
        tail = 0;
        pending = 0;
        chunks = NONE;
    }
}
