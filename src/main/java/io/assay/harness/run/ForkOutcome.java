package io.assay.harness.run;

import java.time.Duration;
import java.util.Map;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.BenchmarkResultMetaData;

/** How a fork ended. */
sealed interface ForkOutcome {
    /**
     * It measured.
     *
     * @param result what JMH made of it
     * @param warmUps warm-up iterations that it ran
     * @param inForce what it ran under, read from inside it
     */
    record Measured(BenchmarkResult result, int warmUps, Map<String, String> inForce) implements ForkOutcome {}

    /** How long warm-up and measured iterations took together, by JMH's own clock. */
    static Duration measuring(BenchmarkResult result) {
        BenchmarkResultMetaData times = result.getMetadata();
        return Duration.ofMillis(Math.max(0, times.getStopTime() - times.getWarmupTime()));
    }

    /**
     * It threw, crashed, hung or ran out of memory.
     *
     * @param cause one line
     */
    record Failed(String cause) implements ForkOutcome {}
}
