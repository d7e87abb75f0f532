package io.assay.harness.history;

import io.assay.harness.result.RowKey;
import io.assay.harness.result.Units;
import java.util.List;

/**
 * One metric of one row over all its runs. Immutable.
 *
 * @param row benchmark, mode, parameters
 * @param metric {@code score}, or the name of a secondary metric
 * @param unit of all its points
 * @param points in the order of their runs' dates
 */
public record Series(RowKey row, String metric, String unit, List<Point> points) {
    /** The metric that is JMH's own. */
    public static final String SCORE = "score";

    /** Copies what can change. */
    public Series {
        points = List.copyOf(points);
    }

    /** Whether a greater value is a smaller cost. */
    public boolean moreIsBetter() {
        return Units.isThroughput(unit);
    }

    /** For people: the row, and the metric if it is not the score. */
    public String name() {
        return metric.equals(SCORE) ? row.toString() : row + " " + metric;
    }
}
