package io.assay.harness.stats;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Finds rows that still move during the measured iterations, in the same way in most forks: the warm-up was too short.
 *
 * <p>Two ways of moving are looked for: a trend or step over the iterations ({@link MannKendall} over all forks), and a
 * first iteration that is slower than all others of its fork in more forks than chance allows. Either must also be large
 * enough to matter. Forks that wander each in a direction of its own do not count.
 */
public final class NotSteady {
    /** Chance of each of the two tests on clean noise; the size below makes real false alarms rarer still. */
    public static final double SIGNIFICANCE = 0.01;

    /** A move smaller than this is below the threshold of any verdict. */
    public static final double MIN_MOVE = 0.02;

    /** Share of forks that must move the same way, for the move to be the warm-up's and not one fork's story. */
    private static final double COMMON_SHARE = 0.75;

    private NotSteady() {}

    /**
     * Checks one row of times (slower is larger); forks with fewer than three iterations are left out. With three
     * iterations it takes at least three forks to speak up.
     */
    public static Optional<Warning> check(Sample row) {
        double[][] forks =
                Arrays.stream(row.forks()).filter(fork -> fork.length >= 3).toArray(double[][]::new);
        if (forks.length == 0) {
            return Optional.empty();
        }
        double move = commonMove(forks);
        if (Math.abs(move) >= MIN_MOVE && MannKendall.pValue(forks) <= SIGNIFICANCE) {
            return warn("the score moves by " + signed(move) + " from the first to the last third of the measured"
                    + " iterations, in most forks: warm up longer");
        }
        double first = Noise.median(
                Arrays.stream(forks).mapToDouble(NotSteady::firstExcess).toArray());
        if (first >= MIN_MOVE && firstSlowestChance(forks) <= SIGNIFICANCE) {
            return warn("the first measured iteration is " + signed(first) + " off the others in most forks:"
                    + " warm up longer");
        }
        return Optional.empty();
    }

    /** The median over forks of last third against first third; 0 unless most forks move that way. */
    private static double commonMove(double[][] forks) {
        double[] moves = Arrays.stream(forks).mapToDouble(NotSteady::move).toArray();
        double median = Noise.median(moves);
        long same = Arrays.stream(moves).filter(m -> m * median > 0).count();
        return same >= COMMON_SHARE * forks.length ? median : 0;
    }

    private static double move(double[] fork) {
        int third = fork.length / 3;
        double first = Noise.median(Arrays.copyOf(fork, third));
        double last = Noise.median(Arrays.copyOfRange(fork, fork.length - third, fork.length));
        return last / first - 1;
    }

    private static double firstExcess(double[] fork) {
        return fork[0] / Noise.median(Arrays.copyOfRange(fork, 1, fork.length)) - 1;
    }

    /** The chance that the first iteration is the slowest in at least so many forks. */
    private static double firstSlowestChance(double[][] forks) {
        int slowest = 0;
        int shortest = Integer.MAX_VALUE;
        for (double[] fork : forks) {
            slowest += Arrays.stream(fork).skip(1).allMatch(later -> later < fork[0]) ? 1 : 0;
            shortest = Math.min(shortest, fork.length);
        }
        return BinomialDistribution.of(forks.length, 1.0 / shortest).survivalProbability(slowest - 1);
    }

    private static String signed(double move) {
        return (move > 0 ? "+" : "") + Noise.percent(move);
    }

    private static Optional<Warning> warn(String message) {
        return Optional.of(new Warning(Warning.Kind.NOT_STEADY, message, Warning.Severity.WARNING));
    }
}
