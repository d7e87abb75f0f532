package io.assay.queue;

/** At what rate messages arrive, evenly spaced, and how the consumer waits for them. */
public enum Arrivals {
    /** 10,000 a second. */
    PARK_10K(WaitStrategy.PARK, 10_000),
    /** 10,000 a second. */
    SPIN_10K(WaitStrategy.SPIN, 10_000),
    /** 100,000 a second. */
    SPIN_100K(WaitStrategy.SPIN, 100_000),
    /** 100,000 a second. */
    YIELD_100K(WaitStrategy.YIELD, 100_000),
    /** 100,000 a second. */
    BACKOFF_100K(WaitStrategy.BACKOFF, 100_000),
    /** 1,000,000 a second. */
    SPIN_1M(WaitStrategy.SPIN, 1_000_000);

    private final WaitStrategy strategy;
    private final int perSecond;

    Arrivals(WaitStrategy strategy, int perSecond) {
        this.strategy = strategy;
        this.perSecond = perSecond;
    }

    /** How the consumer waits. */
    public WaitStrategy strategy() {
        return strategy;
    }

    /** From one message to the next, in nanoseconds. */
    public int nanos() {
        return 1_000_000_000 / perSecond;
    }

    /** Messages in so long a time. */
    public int messagesIn(int millis) {
        return perSecond / 1_000 * millis;
    }
}
