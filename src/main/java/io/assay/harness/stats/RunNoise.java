package io.assay.harness.stats;

import java.util.Arrays;

/**
 * How much the runs of a series vary while its level does not change. Forks tell how well a run knows its own value;
 * what runs differ by beyond that (another memory layout of the machine, other neighbours) is taken from their
 * differences from run to run, of which changes of level are few.
 */
final class RunNoise {
    /** Differences from one to the next are trimmed: changes and spikes are among the largest. */
    private static final double KEPT = 0.8;

    /** Mean square of the least 80% of a normal sample's absolute values. */
    private static final double TRIMMED = 0.4377;

    /** What is usual from run to run, 1.5%, and how many differences it is worth: a short series knows too little. */
    private static final double USUAL = 0.015 * 0.015;

    private static final double WORTH = 3;

    /** No two runs agree better than this, whatever few of them say. */
    private static final double FLOOR = 0.002 * 0.002;

    private RunNoise() {}

    /**
     * Variance of what runs differ by beyond what their forks tell.
     *
     * @param values of the runs, in order
     * @param known the part of each variance that its forks tell
     */
    static double between(double[] values, double[] known) {
        return Math.max(FLOOR, total(values) - Noise.mean(known));
    }

    private static double total(double[] values) {
        int count = values.length - 1;
        if (count < 1) {
            return USUAL;
        }
        double[] squares = new double[count];
        Arrays.setAll(squares, i -> (values[i + 1] - values[i]) * (values[i + 1] - values[i]) / 2);
        Arrays.sort(squares);
        int kept = (int) Math.ceil(KEPT * count);
        double seen = Arrays.stream(squares, 0, kept).average().getAsDouble() / (count < 3 ? 1 : TRIMMED);
        return (kept * seen + WORTH * USUAL) / (kept + WORTH);
    }
}
