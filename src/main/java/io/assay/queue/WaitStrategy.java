package io.assay.queue;

/**
 * What a consumer does while there is nothing to take. What wakes faster costs more processor time; where there are more
 * busy threads than cores, only what parks or yields lets producers on.
 */
public enum WaitStrategy {
    /** Looks again at once, with a hint to the processor. Shortest latency; burns a core; offers cost nothing extra. */
    SPIN {
        @Override
        public Waiter newWaiter() {
            return new SpinWaiter(Integer.MAX_VALUE);
        }
    },
    /** Spins {@value SpinWaiter#SPINS} times, then looks again after each {@link Thread#yield}. Offers cost nothing extra. */
    YIELD {
        @Override
        public Waiter newWaiter() {
            return new SpinWaiter(SpinWaiter.SPINS);
        }
    },
    /** Parks at once. No processor time while it waits; every offer pays for a full fence, and one that wakes for a system call. */
    PARK {
        @Override
        public Waiter newWaiter() {
            return new ParkWaiter(0, 0);
        }
    },
    /**
     * Spins {@value SpinWaiter#SPINS} times, yields {@value ParkWaiter#YIELDS} times, then parks: for loads that come in
     * bursts. Offers cost as with {@link #PARK}, but fewer have to wake.
     */
    BACKOFF {
        @Override
        public Waiter newWaiter() {
            return new ParkWaiter(SpinWaiter.SPINS, ParkWaiter.YIELDS);
        }
    };

    /** Makes a waiter of this kind, for one consumer. */
    public abstract Waiter newWaiter();
}
