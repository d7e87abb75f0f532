package io.assay.harness.api;

import java.lang.management.ManagementFactory;

/**
 * Where a workload holds most, if that is inside an operation: a benchmark that fills and empties something within each
 * calls {@link #reached} in between, and {@code mem.live} is what lives there. State that stands between operations is
 * weighed without it. Costs the read of a volatile field wherever nobody weighs. Thread-safe.
 */
public final class FullestPoint {
    private static volatile boolean asked;

    private static long live;

    private FullestPoint() {}

    /** Says that this is the point. The first call after the heap was asked for collects it and takes its size. */
    public static void reached() {
        if (asked) {
            weigh();
        }
    }

    private static synchronized void weigh() {
        if (asked) {
            asked = false;
            live = collected();
        }
    }

    /** Asks the next call of {@link #reached} for the live heap. For the fork that weighs, before each iteration. */
    public static synchronized void ask() {
        live = 0;
        asked = true;
    }

    /**
     * The live heap now, or at the point that was reached since it was asked for, whichever is more: in bytes, after a
     * full collection. For the fork that weighs.
     */
    public static synchronized long liveBytes() {
        asked = false;
        return Math.max(live, collected());
    }

    private static long collected() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
