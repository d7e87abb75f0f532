package io.assay.harness.stats;

import java.util.Optional;

/** Judges what was observed beside the scores: collector, hypervisor, threads. */
public final class Circumstances {
    /** From a tenth of the time on, the collector's settings decide the figure as much as the code does. */
    public static final double GC_SHARE = 0.1;

    /** Two percent of stolen time hide in no interval of the width that verdicts need (3%). */
    public static final double STEAL_SHARE = 0.02;

    private Circumstances() {}

    /**
     * Checks the collector's part.
     *
     * @param share time in collections as a fraction of the measured time, 0 or more
     * @throws IllegalArgumentException if the share is NaN or negative
     */
    public static Optional<Warning> gc(double share) {
        checkShare(share);
        return share > GC_SHARE
                ? warn(
                        Warning.Kind.GC_BOUND,
                        Noise.percent(share) + " of the measured time went to the collector: heap size and collector"
                                + " decide this figure",
                        Warning.Severity.WARNING)
                : Optional.empty();
    }

    /**
     * Checks the hypervisor's part.
     *
     * @param share steal time as a fraction of all processor time while the row's forks ran, 0 to 1
     * @throws IllegalArgumentException if the share is NaN or negative
     */
    public static Optional<Warning> steal(double share) {
        checkShare(share);
        return share > STEAL_SHARE
                ? warn(
                        Warning.Kind.STEAL,
                        "the hypervisor took " + Noise.percent(share) + " of the processor time while this row ran",
                        Warning.Severity.WARNING)
                : Optional.empty();
    }

    /**
     * Checks the number of threads.
     *
     * @param threads threads of the benchmark, at least 1
     * @param cores processors that the fork may use, at least 1
     * @throws IllegalArgumentException if either is less than 1
     */
    public static Optional<Warning> threads(int threads, int cores) {
        if (threads < 1 || cores < 1) {
            throw new IllegalArgumentException(threads + " threads on " + cores + " cores");
        }
        return threads > cores
                ? warn(
                        Warning.Kind.OVERSUBSCRIBED,
                        threads + " threads on " + cores + " cores: the scheduler is part of this figure",
                        Warning.Severity.NOTE)
                : Optional.empty();
    }

    private static void checkShare(double share) {
        if (!(share >= 0)) {
            throw new IllegalArgumentException("a share of the time must not be negative, nor " + share);
        }
    }

    private static Optional<Warning> warn(Warning.Kind kind, String message, Warning.Severity severity) {
        return Optional.of(new Warning(kind, message, severity));
    }
}
