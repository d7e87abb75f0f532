package io.assay.harness.history;

import java.util.Optional;

/**
 * A reason for the gate to fail. One of the three is there. Immutable.
 *
 * @param name of the series; of the whole suite where all of it moved
 * @param change a level that changed, and has not come back
 * @param newest the newest run, off its level
 * @param suite a step of the whole suite, which no control group explains
 */
public record Alarm(String name, Optional<ChangePoint> change, Optional<Newest> newest, Optional<Drift.Step> suite) {
    static Alarm of(Trend trend, ChangePoint change) {
        return new Alarm(trend.series().name(), Optional.of(change), Optional.empty(), Optional.empty());
    }

    static Alarm of(Trend trend, Newest newest) {
        return new Alarm(trend.series().name(), Optional.empty(), Optional.of(newest), Optional.empty());
    }

    static Alarm of(Drift.Step step) {
        return new Alarm("the whole suite", Optional.empty(), Optional.empty(), Optional.of(step));
    }
}
