package io.assay.eventloop.jitter;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * What became of the deadlines of one schedule. Each time at which the task is due is served by the first run that starts
 * at or after it, so a run that comes late counts for every time that it lets pass, whether the scheduler makes those up or leaves
 * them out. Written by the scheduler's thread without allocating; read when that has come to rest.
 */
public final class Activations implements Runnable {
    private static final long LONGEST = 60_000_000_000L;
    private static final int MISSES = 1 << 14;

    private final long period;
    private final long deadline;
    private final Runnable work;
    private final Histogram lateness = new Histogram(LONGEST, 3);
    private final Histogram durations = new Histogram(LONGEST, 3);
    private final long[] missDue = new long[MISSES];
    private final long[] missEnd = new long[MISSES];
    private long start;
    private int misses;
    private long served;
    private volatile long done;
    private volatile @Nullable Thread waiter;
    private volatile long awaited = Long.MAX_VALUE;

    /**
     * A schedule.
     *
     * @param period from one time to the next, in nanoseconds
     * @param deadline nanoseconds that it may take from when it is due to its end
     * @param work what the task does
     */
    public Activations(long period, long deadline, Runnable work) {
        this.period = period;
        this.deadline = deadline;
        this.work = work;
    }

    /** Says when the task is due first, by {@link System#nanoTime}; right before it is given to a scheduler. */
    public void startAt(long nanos) {
        start = nanos;
    }

    @Override
    public void run() {
        long began = System.nanoTime();
        work.run();
        record(began, System.nanoTime());
    }

    void record(long began, long end) {
        durations.recordValue(Math.min(LONGEST, end - began));
        long passed = Math.floorDiv(began - start, period) + 1;
        for (; served < passed; served++) {
            long due = start + served * period;
            lateness.recordValue(Math.min(LONGEST, began - due));
            if (end - due <= deadline) continue;
            if (misses < MISSES) {
                missDue[misses] = due;
                missEnd[misses] = end;
            }
            misses++;
        }
        done = served;
        if (done >= awaited) LockSupport.unpark(waiter);
    }

    /**
     * Waits until so many times were served.
     *
     * @throws IllegalStateException if none is for ten seconds
     */
    public void await(long count) {
        waiter = Thread.currentThread();
        awaited = count;
        long last = done;
        long since = System.nanoTime();
        while (done < count) {
            LockSupport.parkNanos(100_000_000);
            if (done > last) {
                last = done;
                since = System.nanoTime();
            } else if (System.nanoTime() - since > 10_000_000_000L) {
                throw new IllegalStateException("the task does not run any more: " + last + " times of " + count);
            }
        }
        awaited = Long.MAX_VALUE;
    }

    /** Times that were served. */
    public long served() {
        return served;
    }

    /** From when it was due to its start. */
    public Histogram lateness() {
        return lateness;
    }

    /** From start to end. */
    public Histogram durations() {
        return durations;
    }

    /** Deadlines that were missed; all of them. */
    public int misses() {
        return misses;
    }

    /** From due to end, of the first 16,384 that were missed. */
    public List<Interval> missed() {
        List<Interval> missed = new ArrayList<>();
        for (int i = 0; i < Math.min(misses, MISSES); i++) missed.add(new Interval(missDue[i], missEnd[i]));
        return missed;
    }
}
