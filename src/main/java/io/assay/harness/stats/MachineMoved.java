package io.assay.harness.stats;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds a shift of the whole suite during a run: from some fork on, all rows are slower or faster, which is the
 * machine's doing and not the code's.
 *
 * <p>Each fork's log score is taken relative to the median of its own row, wild ones cut off; the statistic is the largest standardised
 * difference between the forks before and after any moment of the run (a step; a trend shows too). Its chance is that
 * among runs whose forks are shuffled within their rows, with a fixed seed: since forks ran in random order, every such
 * shuffle was equally likely, so the test is exact whatever the noise. It therefore presupposes the random interleaved
 * order.
 */
public final class MachineMoved {
    /** Fewer rows could move together by their own chance. */
    public static final int MIN_ROWS = 3;

    /** Fewer forks cannot be told from shuffled ones. */
    public static final int MIN_FORKS = 10;

    /** Chance of a false alarm in a clean run. */
    public static final double SIGNIFICANCE = 0.01;

    /** A smaller shift widens the intervals a little and does no other harm, as forks are interleaved. */
    public static final double MIN_SHIFT = 0.02;

    /** Share of rows that must have moved the same way. */
    private static final double COMMON_SHARE = 2.0 / 3;

    /** Residuals are cut off at this many times their upper quartile, so that one wild row does not decide. */
    private static final double CUT = 3;

    private MachineMoved() {}

    /**
     * One fork of the run.
     *
     * @param row the name of its row
     * @param score its mean score, greater than zero, all rows in units of time (slower is larger)
     */
    public record Fork(String row, double score) {
        /** Checks the score. */
        public Fork {
            if (!(score > 0 && score < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("a score must be finite and greater than zero, not " + score);
            }
        }
    }

    /**
     * Checks one run.
     *
     * @param inStartOrder all forks of the run in the order in which they started; rows with fewer than three forks are
     *     left out
     */
    public static Optional<Warning> check(List<Fork> inStartOrder) {
        Map<String, Long> forksOfRow =
                inStartOrder.stream().collect(Collectors.groupingBy(Fork::row, Collectors.counting()));
        int[] used = IntStream.range(0, inStartOrder.size())
                .filter(i -> forksOfRow.getOrDefault(inStartOrder.get(i).row(), 0L) >= 3)
                .toArray();
        Map<String, List<Integer>> rows = IntStream.range(0, used.length)
                .boxed()
                .collect(Collectors.groupingBy(
                        i -> inStartOrder.get(used[i]).row(), LinkedHashMap::new, Collectors.toList()));
        if (rows.size() < MIN_ROWS || used.length < MIN_FORKS) {
            return Optional.empty();
        }
        double[] logs = Arrays.stream(used)
                .mapToDouble(i -> Math.log(inStartOrder.get(i).score()))
                .toArray();
        int[][] blocks = rows.values().stream()
                .map(row -> row.stream().mapToInt(i -> i).toArray())
                .toArray(int[][]::new);
        double[] residuals = residuals(logs, blocks);
        int before = StepChange.largest(residuals).before();
        double[] moves = moves(logs, blocks, before);
        if (moves.length < MIN_ROWS) {
            return Optional.empty();
        }
        double shift = Math.expm1(Noise.median(moves));
        double agreeing = Arrays.stream(moves).filter(move -> move * shift > 0).count();
        return Math.abs(shift) >= MIN_SHIFT
                        && agreeing >= COMMON_SHARE * moves.length
                        && StepChange.chance(residuals, blocks) <= SIGNIFICANCE
                ? Optional.of(warning(shift, used[before], inStartOrder.size()))
                : Optional.empty();
    }

    /** Of each row with forks on both sides of the step, how far its mean log score moved. */
    private static double[] moves(double[] logs, int[][] blocks, int step) {
        return Arrays.stream(blocks)
                .filter(block -> block[0] < step && block[block.length - 1] >= step)
                .mapToDouble(block -> {
                    int before =
                            (int) Arrays.stream(block).filter(i -> i < step).count();
                    double[] ofRow =
                            Arrays.stream(block).mapToDouble(i -> logs[i]).toArray();
                    return Noise.mean(Arrays.copyOfRange(ofRow, before, ofRow.length))
                            - Noise.mean(Arrays.copyOf(ofRow, before));
                })
                .toArray();
    }

    /** Log scores relative to their row: from its median, cut off, then from its mean, so that all forks have a say. */
    private static double[] residuals(double[] logs, int[][] blocks) {
        double[] residuals = centred(logs, blocks, Noise::median);
        double[] sizes = Arrays.stream(residuals).map(Math::abs).toArray();
        double limit = CUT * Noise.quantile(sizes, 0.75);
        double[] cut = Arrays.stream(residuals)
                .map(r -> Math.max(-limit, Math.min(limit, r)))
                .toArray();
        return centred(cut, blocks, Noise::mean);
    }

    private static double[] centred(double[] values, int[][] blocks, ToDoubleFunction<double[]> centreOf) {
        double[] centred = new double[values.length];
        for (int[] block : blocks) {
            double centre = centreOf.applyAsDouble(
                    Arrays.stream(block).mapToDouble(i -> values[i]).toArray());
            for (int i : block) {
                centred[i] = values[i] - centre;
            }
        }
        return centred;
    }

    private static Warning warning(double shift, int before, int forks) {
        return new Warning(
                Warning.Kind.MACHINE_MOVED,
                Noise.text(
                        "rows moved together by about %s%s after %d of %d forks: the machine changed, not the code",
                        shift > 0 ? "+" : "", Noise.percent(shift), before, forks),
                Warning.Severity.WARNING);
    }
}
