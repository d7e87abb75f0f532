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

    /** The geometric mean over forks of their means, in the unit of the series; the plain mean where one is zero. */
    public double value() {
        boolean logs = forks.stream().allMatch(fork -> fork.mean() > 0);
        double mean = forks.stream()
                .mapToDouble(fork -> logs ? Math.log(fork.mean()) : fork.mean())
                .average()
                .orElseThrow();
        return logs ? Math.exp(mean) : mean;
    }
}
