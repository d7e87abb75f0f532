package io.assay.net.hold;

import io.assay.net.hold.peers.HeldServer;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;

/**
 * What a server's process holds for each of its connections, in the heap and in buffers outside it; not what the kernel does.
 *
 * @param heap bytes of live objects
 * @param direct bytes of buffers outside the heap
 */
record HeldBytes(double heap, double direct) {
    /** Pools, tables and classes are there before it is counted. */
    private static final int FIRST = 256;

    private static final int MOST_COLLECTIONS = 10;

    /** Bytes that a collection still finds where the one before found all. */
    private static final long STEADY = 16 << 10;

    double all() {
        return heap + direct;
    }

    /**
     * Has connections held, and weighs the process before and after.
     *
     * @param count how many; 10 KB of noise are two bytes each of 4,096
     */
    static HeldBytes perConnection(Arrangement arrangement, int count, ConnectionState state) {
        arrangement.holder.open(FIRST, state);
        long heap = live();
        long direct = direct(arrangement.server);
        arrangement.holder.open(count, state);
        double heapEach = Math.max(0, live() - heap) / (double) count;
        return new HeldBytes(heapEach, Math.max(0, direct(arrangement.server) - direct) / (double) count);
    }

    /**
     * What lives after collections that find nothing more: each lets go of what reference queues and cleaners held until the
     * one before, and what ran earlier in the process must not seem to be a connection's, least of all a negative one.
     */
    private static long live() {
        long before = Long.MAX_VALUE;
        for (int i = 0; i < MOST_COLLECTIONS; i++) {
            System.gc();
            long now = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            if (i > 0 && before - now < STEADY) return now;
            before = now;
        }
        return before;
    }

    private static long direct(HeldServer server) {
        return server.directBytes()
                + ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                        .mapToLong(BufferPoolMXBean::getMemoryUsed)
                        .sum();
    }
}
