package io.assay.harness.stats;

import java.util.List;

/**
 * A weighted sum of the logarithms of several rows' costs, transformed back: with weights 1 and -1 the ratio of two rows,
 * with a quarter of each of several pairs their mean ratio. Pure functions.
 *
 * @param value the exponential of the sum
 * @param low lower end of the interval; NaN if unknown
 * @param high upper end; NaN if unknown
 */
public record Contrast(double value, double low, double high) {
    /**
     * The contrast of rows of one run.
     *
     * <p>Rows come in blocks whose forks vary alike, those of one workload for instance, and borrow variance within theirs
     * alone: a workload that scatters by a tenth says nothing of one that scatters by a thousandth. The sum has the
     * variance of independent terms; its degrees of freedom are Satterthwaite's (<i>An approximate distribution of estimates
     * of variance components</i>, Biometrics Bulletin 2(6), 1946), first within a block, where they are never more than all
     * of its rows have together, then over the blocks.
     *
     * @param blocks rows that share a variance model; in the same unit, or with weights that sum to zero in each unit
     * @param weights one a row, as the blocks have them; a row of weight 0 counts for nothing
     * @param level confidence level, between 0 and 1
     * @throws IllegalArgumentException if there are not as many weights as rows, or the level is not between 0 and 1
     */
    public static Contrast of(List<Block> blocks, double[][] weights, double level) {
        double sum = 0;
        double variance = 0;
        double squares = 0;
        double pooled = 0;
        for (int b = 0; b < blocks.size(); b++) {
            Block block = blocks.get(b);
            if (weights.length != blocks.size()
                    || weights[b].length != block.rows().size()) {
                throw new IllegalArgumentException("a weight a row is needed");
            }
            double error = 0;
            double errorSquares = 0;
            for (int i = 0; i < weights[b].length; i++) {
                if (weights[b][i] != 0) {
                    Sample row = block.rows().get(i);
                    ForkVariance own = block.model().of(row);
                    double term = weights[b][i] * weights[b][i] * own.value() / row.forkCount();
                    sum += weights[b][i] * Noise.mean(row.logForkMeans());
                    error += term;
                    errorSquares += term * term / own.df();
                }
            }
            // Not a number where a row's variance is unknown, and then so is all.
            if (error != 0) {
                double df = Math.min(error * error / errorSquares, block.model().pooledDf());
                variance += error;
                squares += error * error / df;
            }
            pooled += block.model().pooledDf();
        }
        double df = variance == 0 ? pooled : variance * variance / squares;
        ForkVariance all = df > 0 ? new ForkVariance(variance, df) : ForkVariance.UNKNOWN;
        LogInterval interval = LogInterval.of(sum, all.quantile(level) * Math.sqrt(variance));
        return new Contrast(interval.value(), interval.low(), interval.high());
    }

    /**
     * Rows whose forks vary alike.
     *
     * @param rows the rows
     * @param model what they teach about variance
     */
    public record Block(List<Sample> rows, VarianceModel model) {
        /** Copies what can change. */
        public Block {
            rows = List.copyOf(rows);
        }

        /** Rows that teach about each other. */
        public static Block of(List<Sample> rows) {
            return new Block(rows, VarianceModel.fit(rows));
        }
    }
}
