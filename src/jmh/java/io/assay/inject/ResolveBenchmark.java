package io.assay.inject;

import io.assay.harness.api.Cells;
import io.assay.inject.peers.ContainerAdapter;
import io.assay.inject.peers.GraphVerifier;
import io.assay.workload.inject.Component;
import io.assay.workload.inject.GraphShape;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.Threads;

/**
 * A started container of n components is asked for one of them, in the graph's shuffled order. All are singletons, and there
 * already. What it answers is checked by the sum of their numbers.
 */
@State(Scope.Thread)
@Cells(ContainerCells.class)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ResolveBenchmark {
    /** The container. */
    @Param
    public ContainerImplementation implementation;

    /** Number of components. */
    @Param({"16", "1024"})
    public int n;

    private ContainerAdapter adapter;
    private ContainerAdapter.Running running;
    private int[] order;
    private int at;
    private long asked;
    private long answered;

    /** Starts the container and looks at it. */
    @Setup
    public void build() {
        adapter = implementation.over(GraphShape.TREE.of(n));
        running = adapter.start();
        GraphVerifier.verify(adapter.components(), running);
        order = adapter.components().graph().order();
    }

    /** Asks for one. */
    @Benchmark
    public Object one() {
        return next();
    }

    /** Eight containers on eight threads, a score is the time of one. */
    @Benchmark
    @Threads(8)
    public Object oneOnEightThreads() {
        return next();
    }

    private Object next() {
        int number = order[at];
        at = at + 1 == order.length ? 0 : at + 1;
        Object component = running.get(number);
        asked += number;
        answered += ((Component) component).number();
        return component;
    }

    /**
     * Compares what was answered with what was asked.
     *
     * @throws IllegalStateException if another component was answered
     */
    @TearDown(Level.Iteration)
    public void check() {
        if (asked != answered) {
            throw new IllegalStateException(implementation + " answered other components than those asked for");
        }
    }

    /** Stops the container. */
    @TearDown
    public void close() {
        running.close();
        adapter.close();
    }
}
