package io.assay.harness.stats;

import java.util.Arrays;
import java.util.Optional;

/**
 * Finds rows that cannot be told from an empty method: their code was probably removed as dead.
 *
 * <p>Compared are the fastest iterations, since whatever disturbs a machine only adds time: a fork of dead code comes
 * down to the empty method's time once in its life even on a noisy machine. The empty method needs quiet moments more
 * than the rows do: if all its forks were disturbed, its floor is too high and short rows are taken for empty. Several
 * forks spread over the run protect against that.
 */
public final class LikeEmpty {
    /**
     * An empty method costs about one turn of the measuring loop, one to two cycles. Anything real adds at least one
     * cycle more, so it costs at least half as much again; dead code costs what the empty method costs, but for the
     * alignment of its loop, which can make it cost half. A single field read may lie as low and is reported too: it
     * cannot be told from nothing either.
     */
    public static final double FACTOR = 1.5;

    private LikeEmpty() {}

    /**
     * Compares a row with the empty method.
     *
     * @param row times of one invocation of the benchmark method (not divided by its operations per invocation)
     * @param empty times of one invocation of an empty benchmark method in the same run, same unit, same flags
     */
    public static Optional<Warning> check(Sample row, Sample empty) {
        double floor = Arrays.stream(empty.iterations()).min().getAsDouble();
        double fastest = Arrays.stream(row.iterations()).min().getAsDouble();
        if (fastest > FACTOR * floor) {
            return Optional.empty();
        }
        String message =
                "as fast as an empty method (%.3g against %.3g): removed as dead code, or too short to measure";
        return Optional.of(
                new Warning(Warning.Kind.LIKE_EMPTY, Noise.text(message, fastest, floor), Warning.Severity.UNUSABLE));
    }
}
