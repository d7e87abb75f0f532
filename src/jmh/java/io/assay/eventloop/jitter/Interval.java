package io.assay.eventloop.jitter;

import java.util.List;

/**
 * A time, in nanoseconds of {@link System#nanoTime}.
 *
 * @param to at or behind {@code from}
 */
public record Interval(long from, long to) {
    /** How long it is. */
    public long length() {
        return to - from;
    }

    /** How much of it the others cover; they must not overlap each other. */
    public long coveredBy(List<Interval> others) {
        long covered = 0;
        for (Interval other : others) covered += Math.max(0, Math.min(to, other.to) - Math.max(from, other.from));
        return covered;
    }

    /** The longest; 0 without any. */
    public static long longest(List<Interval> intervals) {
        return intervals.stream().mapToLong(Interval::length).max().orElse(0);
    }
}
