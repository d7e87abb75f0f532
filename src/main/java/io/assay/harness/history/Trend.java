package io.assay.harness.history;

import java.util.List;
import java.util.Optional;

/**
 * A series with what is known of its changes. Immutable.
 *
 * @param series as recorded, nothing taken out
 * @param lines one for each environment, in the order in which they begin
 * @param newest what its newest run says against the stable past of its line; empty where the past is too short
 */
public record Trend(Series series, List<Line> lines, Optional<Newest> newest) {
    /** Copies what can change. */
    public Trend {
        lines = List.copyOf(lines);
    }

    /** The changes of all lines. */
    public List<ChangePoint> changes() {
        return lines.stream().flatMap(line -> line.changes().stream()).toList();
    }
}
