package io.assay.inject;

import io.assay.inject.peers.CycleTally;
import io.assay.inject.peers.DynamicAdapter;
import java.util.function.BiFunction;

/** Who stops and starts A in {@link StartStopBenchmark}. */
public enum CycleDriver {
    /** Who owns the container, in calls from outside. */
    OUTSIDE(DynamicAdapter::startTwo),
    /** B, as the reference does it: when it has started it stops A, when it has stopped it starts A; ours through a loop's events. */
    SERVICE(DynamicAdapter::startTwoDriven);

    private final BiFunction<DynamicAdapter, CycleTally, DynamicAdapter.Cycle> start;

    CycleDriver(BiFunction<DynamicAdapter, CycleTally, DynamicAdapter.Cycle> start) {
        this.start = start;
    }

    DynamicAdapter.Cycle start(DynamicAdapter adapter, CycleTally tally) {
        return start.apply(adapter, tally);
    }
}
