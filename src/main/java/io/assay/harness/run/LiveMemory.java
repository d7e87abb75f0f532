package io.assay.harness.run;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/**
 * {@code mem.live}: the heap that is still reachable after a full collection, while the benchmark's state stands. Runs
 * in a fork that is not timed, because a full collection between iterations changes the next one.
 */
public final class LiveMemory implements InternalProfiler {
    static final String METRIC = "mem.live";

    /** For JMH, which makes profilers by reflection. */
    public LiveMemory() {}

    @Override
    public String getDescription() {
        return "live heap after a full collection";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {}

    @Override
    public Collection<ScalarResult> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        System.gc();
        long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        return List.of(new ScalarResult(METRIC, used, "bytes", AggregationPolicy.MAX));
    }
}
