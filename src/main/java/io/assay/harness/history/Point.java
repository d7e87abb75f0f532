package io.assay.harness.history;

import java.util.List;
import java.util.Map;

/**
 * What one run measured of a series. Immutable.
 *
 * @param run the run
 * @param forks at least one
 * @param environment what it was measured on and how, by name: CPU, memory, kernel, JDK, flags, heap; where two points
 *     differ in it they are not compared
 */
public record Point(RecordedRun run, List<ForkSummary> forks, Map<String, String> environment) {
    /** Copies what can change. */
    public Point {
        forks = List.copyOf(forks);
        environment = Map.copyOf(environment);
    }

    /** What it says in the unit of the series: {@link ForkSummary#value}. */
    public double value() {
        return ForkSummary.value(forks);
    }
}
