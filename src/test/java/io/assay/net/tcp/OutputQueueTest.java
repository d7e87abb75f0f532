package io.assay.net.tcp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.net.ArrayPool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Output over a channel that takes as much as it is told to, at most. */
class OutputQueueTest {
    private final Counters counters = new Counters();
    private final ChunkPool pool = new ChunkPool(4 * ChunkPool.CHUNK, counters);
    private final OutputQueue queue = new OutputQueue(pool);
    private final TakingChannel channel = new TakingChannel();

    private long chunks() {
        return counters.snapshot(new ArrayPool(0)).buffers();
    }

    @Test
    void whateverTheSystemTakesTheBytesAndTheirOrderStay() throws IOException {
        Random random = new Random(5);
        byte[] all = new byte[8 << 20];
        random.nextBytes(all);
        int added = 0;
        long written = 0;
        while (added < all.length) {
            int more = Math.min(
                    all.length - added, random.nextInt(4) == 0 ? random.nextInt(300_000) : random.nextInt(900));
            queue.add(all, added, added + more);
            added += more;
            assertEquals(added - written, queue.pending());
            channel.room = random.nextInt(3) == 0 ? random.nextInt(400_000) : random.nextInt(60_000);
            long most = Math.min(added - written, channel.room);
            long n = queue.writeTo(channel);
            assertEquals(most, n, "all that there is, or all that there is room for");
            written += n;
            assertEquals(added - written, queue.pending(), "seed 5");
            assertEquals(written == added, queue.isEmpty());
            assertTrue(chunks() <= queue.pending() / ChunkPool.CHUNK + 2, () -> chunks() + " for " + queue.pending());
        }
        channel.room = all.length;
        written += queue.writeTo(channel);
        assertEquals(all.length, written);
        assertArrayEquals(all, channel.taken());
        assertEquals(0, chunks());
    }

    @Test
    void aFullChannelTakesNothingAndIsAskedOnce() throws IOException {
        queue.add(new byte[100], 10, 60);
        assertEquals(0, queue.writeTo(channel));
        assertEquals(50, queue.pending());
        assertEquals(1, channel.calls);
        channel.room = 20;
        assertEquals(20, queue.writeTo(channel));
        assertEquals(2, channel.calls, "what was taken in part will not be taken further");
    }

    @Test
    void manyChunksGoByOneCall() throws IOException {
        byte[] bytes = new byte[10 * ChunkPool.CHUNK];
        Arrays.fill(bytes, (byte) 7);
        queue.add(bytes, 0, bytes.length);
        assertEquals(10, chunks());
        channel.room = bytes.length;
        assertEquals(bytes.length, queue.writeTo(channel));
        assertEquals(1, channel.calls);
        assertEquals(0, chunks());
    }

    @Test
    void releaseGivesEverythingBack() {
        queue.add(new byte[3 * ChunkPool.CHUNK], 0, 3 * ChunkPool.CHUNK);
        queue.release();
        assertEquals(0, chunks());
        assertEquals(0, queue.pending());
        assertTrue(queue.isEmpty());
    }

    @Test
    void aChunkThatComesBackIsEmpty() {
        ByteBuffer chunk = pool.take();
        chunk.limit(5).position(3);
        pool.give(chunk);
        ByteBuffer again = pool.take();
        assertSame(chunk, again);
        assertEquals(0, again.position());
        assertEquals(0, again.limit());
    }

    @Test
    void noMoreIsKeptThanWasSaid() {
        Set<ByteBuffer> given = Collections.newSetFromMap(new IdentityHashMap<>());
        while (given.size() < 6) given.add(pool.take());
        given.forEach(pool::give);
        int known = 0;
        for (int i = 0; i < 6; i++) known += given.contains(pool.take()) ? 1 : 0;
        assertEquals(4, known);
    }
}
