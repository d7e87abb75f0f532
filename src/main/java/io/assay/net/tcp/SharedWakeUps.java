package io.assay.net.tcp;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets some time pass between two looks at a selector, so that one wake-up serves what came meanwhile: what a network card's
 * interrupt moderation does. A wake-up costs more than the request that it is for, and a thread that sleeps by the clock is woken by
 * nobody: senders are spared that too.
 *
 * <p>It judges itself by what is found: where a look behind a pause finds less than two and a half on average, for
 * there is little traffic or few peers who each wait for their answer, it leaves off, for longer each time. The loop's thread, but for {@link #wakeUp}.
 */
final class SharedWakeUps {
    /** Looks that are judged together. */
    static final int TRIAL = 16;

    /** Behind a pause so many have to be found in them: the sleep is a system call, and a wake-up, of its own. */
    static final int WORTH = TRIAL * 5 / 2;

    /** Looks without a pause behind a trial that failed, and at most, behind one that failed again and again. */
    static final int REST = 64;

    static final int LONGEST_REST = 4_096;

    /** Below it the sleep's own cost is all there is. */
    static final long SHORTEST = 20_000;

    private final long nanos;
    private final LongSupplier clock;
    private final LongConsumer sleep;
    private long lastLook;
    private boolean paused;
    private int looks;
    private int found;
    private int resting;
    private int rest = REST;
    private volatile boolean woken;
    private volatile @Nullable Thread sleeper;

    /** From one look to the next at least so long; 0 is never to pause. */
    SharedWakeUps(long nanos) {
        this(nanos, System::nanoTime, LockSupport::parkNanos);
    }

    SharedWakeUps(long nanos, LongSupplier clock, LongConsumer sleep) {
        this.nanos = nanos;
        this.clock = clock;
        this.sleep = sleep;
        lastLook = clock.getAsLong();
    }

    /**
     * Sleeps for what is left of the time since the last look, unless it rests.
     *
     * @param longest in nanoseconds: something else is due then
     * @return how long it slept, in nanoseconds
     */
    long pause(long longest) {
        if (nanos == 0 || resting > 0) return 0;
        long start = clock.getAsLong();
        long left = Math.min(longest, nanos - (start - lastLook));
        // Behind a round that took so long as that, enough has come.
        if (left < SHORTEST) return 0;
        // Each side writes its own field and then reads the other's: no wake-up is lost, whoever parks on this thread
        // besides.
        sleeper = Thread.currentThread();
        try {
            if (woken) return 0;
            paused = true;
            sleep.accept(left);
        } finally {
            sleeper = null;
        }
        return clock.getAsLong() - start;
    }

    /** A look has found so many. */
    void looked(int count) {
        if (nanos == 0) return;
        // Whatever was published before the wake-up is handled behind this look.
        if (woken) woken = false;
        lastLook = clock.getAsLong();
        if (resting > 0) {
            resting--;
        } else if (paused) {
            paused = false;
            judge(count);
        }
    }

    private void judge(int count) {
        found += count;
        if (++looks < TRIAL) return;
        if (found < WORTH) {
            resting = rest;
            rest = Math.min(rest * 2, LONGEST_REST);
        } else {
            rest = REST;
        }
        looks = 0;
        found = 0;
    }

    /** Ends the sleep, or the next one if no look comes before it; any thread. */
    void wakeUp() {
        if (nanos == 0) return;
        woken = true;
        LockSupport.unpark(sleeper);
    }
}
