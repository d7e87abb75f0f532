package io.assay.queue;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** How many messages of each producer the consumer has taken, each count on cache lines of its own. */
final class Acknowledgements {
    private static final VarHandle COUNT = MethodHandles.arrayElementVarHandle(long[].class);

    /** Two lines: the prefetcher fetches them in pairs. */
    private static final int APART = 16;

    private final long[] counts;

    Acknowledgements(int producers) {
        counts = new long[(producers + 1) * APART];
    }

    long get(int producer) {
        return (long) COUNT.getAcquire(counts, (producer + 1) * APART);
    }

    void set(int producer, long count) {
        COUNT.setRelease(counts, (producer + 1) * APART, count);
    }
}
