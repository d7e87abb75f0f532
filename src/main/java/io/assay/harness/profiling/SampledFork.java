package io.assay.harness.profiling;

import io.assay.harness.profiling.fork.SampledEvent;
import java.nio.file.Path;
import java.util.List;

/** How a profiled fork ended. */
sealed interface SampledFork {
    /**
     * It was sampled.
     *
     * @param recording in JFR's format
     * @param sampler async-profiler or JFR
     * @param events what was sampled
     * @param lacks what was not, and why, one line each
     */
    record Sampled(Path recording, String sampler, List<SampledEvent> events, List<String> lacks)
            implements SampledFork {}

    /**
     * It was not, or it failed.
     *
     * @param cause one line
     * @param benchmark whether the benchmark failed, not the profiler
     */
    record Failed(String cause, boolean benchmark) implements SampledFork {}
}
