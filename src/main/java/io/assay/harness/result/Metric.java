package io.assay.harness.result;

/**
 * A measured quantity of a row.
 *
 * @param score JMH's score: the mean of all iterations; NaN where JMH could not tell
 * @param error JMH's 99.9% half width; NaN with fewer than three iterations
 * @param unit {@code ns/op} and the like
 * @param raw what was measured, fork by fork, iteration by iteration; histograms are given as each iteration's mean
 */
@SuppressWarnings("ArrayRecordComponent") // a passive carrier; nothing compares metrics
public record Metric(double score, double error, String unit, double[][] raw) {
    /** Whether there is anything in it to compare: a finite score, and in every fork at least one value and
     * none that is not finite. */
    public boolean usable() {
        if (!Double.isFinite(score) || raw.length == 0) {
            return false;
        }
        for (double[] fork : raw) {
            if (fork.length == 0) {
                return false;
            }
            for (double value : fork) {
                if (!Double.isFinite(value)) {
                    return false;
                }
            }
        }
        return true;
    }
}
