package io.assay.net.load;

import java.lang.management.ManagementFactory;

/** How much of the heap lives, to be compared with how much did before. */
public final class LiveHeap {
    private static final int MOST_COLLECTIONS = 10;

    /** Bytes that a collection still finds where the one before found all. */
    private static final long STEADY = 16 << 10;

    private LiveHeap() {}

    /**
     * Bytes that live after collections that find nothing more: each lets go of what reference queues and cleaners held until the
     * one before. What ran earlier in the process must not end between two looks: it would hide what has come since.
     */
    public static long bytes() {
        long before = Long.MAX_VALUE;
        for (int i = 0; i < MOST_COLLECTIONS; i++) {
            System.gc();
            long now = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            if (i > 0 && before - now < STEADY) return now;
            before = now;
        }
        return before;
    }
}
