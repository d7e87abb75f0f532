package io.assay.harness.run;

import org.openjdk.jmh.results.BenchmarkResult;

/** How a fork ended. */
sealed interface ForkOutcome {
    /**
     * It measured.
     *
     * @param result what JMH made of it
     */
    record Measured(BenchmarkResult result) implements ForkOutcome {}

    /**
     * It threw, crashed, hung or ran out of memory.
     *
     * @param cause one line
     */
    record Failed(String cause) implements ForkOutcome {}
}
