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
    public boolean fencesSignal() {
        return false;
    }

    @Override
    boolean block(BooleanSupplier ready, long nanos) throws InterruptedException {
        // The clock starts with the first look at it: a wait that is shorter never pays for it.
        long start = 0;
        for (int i = 1; !ready(ready); i = i == Integer.MAX_VALUE ? LOOKS_PER_CLOCK + 1 : i + 1) {
            boolean yields = i >= spins;
            if (yields || i % LOOKS_PER_CLOCK == 0) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                if (i == LOOKS_PER_CLOCK) {
                    start = System.nanoTime();
                } else if (nanos != Long.MAX_VALUE && System.nanoTime() - start >= nanos) {
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
