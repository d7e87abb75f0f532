package io.assay.queue;

import java.util.function.BooleanSupplier;

/** Looks again and again; after so many looks it yields in between. */
final class SpinWaiter extends Waiter {
    /** About as long as it takes to wake a parked thread: spinning longer costs more than it may save. */
    static final int SPINS = 1_000;

    /** A clock is read in some 20 ns, a queue looked at in 2: the clock is read once in so many looks. */
    private static final int LOOKS_PER_CLOCK = 64;

    private final int spins;

    SpinWaiter(int spins) {
        this.spins = spins;
    }

    /** Nothing to do: the consumer never stops looking, and a store becomes visible without a fence after it. */
    @Override
    public void signal() {}

    @Override
    boolean block(BooleanSupplier ready, long nanos) throws InterruptedException {
        long start = System.nanoTime();
        for (int i = 0; !ready(ready); i = i == Integer.MAX_VALUE ? spins : i + 1) {
            boolean yields = i >= spins;
            if (yields || i % LOOKS_PER_CLOCK == 0) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                if (nanos != Long.MAX_VALUE && System.nanoTime() - start >= nanos) {
                    return false;
                }
            }
            if (yields) {
                yieldCore();
            } else {
                Thread.onSpinWait();
            }
        }
        return true;
    }
}
