package io.assay.inject;

import io.assay.harness.api.Cells;
import io.assay.harness.api.Heap;
import io.assay.harness.api.Reported;
import io.assay.inject.peers.ContainerAdapter;
import io.assay.inject.peers.GraphVerifier;
import io.assay.workload.inject.GraphShape;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The first start of a JVM: nothing of the container was loaded before, let alone compiled. The components' classes were, and
 * how long that took is told apart ({@code load ns}). A fork has one operation, so forks are what to ask for. Bytes and CPU
 * time of an operation are those of a whole fork here, with the writing of the classes.
 */
@State(Scope.Thread)
@Cells(ContainerCells.Once.class)
@Heap(mebibytes = 1024)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ColdStartBenchmark {
    /** The container. */
    @Param
    public ContainerImplementation implementation;

    /** How components depend on each other. */
    @Param({"TREE", "LOGGERS"})
    public GraphShape shape;

    /** Number of components. */
    @Param({"1024", "10000"})
    public int n;

    private ContainerAdapter adapter;
    private ContainerAdapter.@Nullable Running running;

    /** Writes and loads the components' classes. */
    @Setup
    public void build() {
        adapter = implementation.over(shape.of(n));
        Reported.classLoading(adapter.components().loadNanos());
    }

    /** A fork that weighs the live heap takes a second shot; it must not stand beside the first, nor be counted with it. */
    @Setup(Level.Iteration)
    public void endEarlier() {
        if (running != null) {
            end(running);
            running = null;
        }
    }

    /** The first start. */
    @Benchmark
    public void firstStart() {
        running = adapter.start();
    }

    /** Looks at what was built, and stops it. */
    private void end(ContainerAdapter.Running started) {
        GraphVerifier.verify(adapter.components(), started);
        started.close();
    }

    /** Ends the last. */
    @TearDown
    public void verify() {
        end(Objects.requireNonNull(running));
        adapter.close();
    }
}
