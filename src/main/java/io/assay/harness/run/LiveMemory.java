package io.assay.harness.run;

import io.assay.harness.api.FullestPoint;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/**
 * {@code mem.live}: the heap that is still reachable after a full collection, while the benchmark's state stands or where
 * it says {@link FullestPoint#reached}. Runs in a fork that is not timed, because a full collection between iterations
 * changes the next one; of {@link #ITERATIONS}, as JMH lets go of the state within the last, before it asks profilers.
 */
public final class LiveMemory implements InternalProfiler {
    static final String METRIC = "mem.live";

    /** The greatest of all iterations counts. */
    static final int ITERATIONS = 2;

    /** For JMH, which makes profilers by reflection. */
    public LiveMemory() {}

    @Override
    public String getDescription() {
        return "live heap after a full collection";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        FullestPoint.ask();
    }

    @Override
    public Collection<ScalarResult> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        return List.of(new ScalarResult(METRIC, FullestPoint.liveBytes(), "bytes", AggregationPolicy.MAX));
    }
}
