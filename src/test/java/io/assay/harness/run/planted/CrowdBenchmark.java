package io.assay.harness.run.planted;

import io.assay.harness.api.OwnThreads;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.GroupThreads;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A group of three threads, beside two that it says it starts. */
@State(Scope.Group)
@OwnThreads(2)
@BenchmarkMode(Mode.Throughput)
public class CrowdBenchmark {
    /** One of them. */
    @Benchmark
    @Group("crowd")
    public int one() {
        return 1;
    }

    /** Two of them. */
    @Benchmark
    @Group("crowd")
    @GroupThreads(2)
    public int two() {
        return 2;
    }
}
