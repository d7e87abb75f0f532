package io.assay.net.hold;

import io.assay.net.hold.peers.HeldServer;
import io.assay.net.load.LiveHeap;
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
        long heap = LiveHeap.bytes();
        long direct = direct(arrangement.server);
        arrangement.holder.open(count, state);
        double heapEach = Math.max(0, LiveHeap.bytes() - heap) / (double) count;
        return new HeldBytes(heapEach, Math.max(0, direct(arrangement.server) - direct) / (double) count);
    }

    private static long direct(HeldServer server) {
        return server.directBytes()
                + ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                        .mapToLong(BufferPoolMXBean::getMemoryUsed)
                        .sum();
    }
}
