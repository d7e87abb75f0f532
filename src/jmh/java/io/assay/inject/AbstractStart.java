package io.assay.inject;

import io.assay.inject.peers.ContainerAdapter;
import io.assay.inject.peers.GraphVerifier;
import io.assay.workload.inject.GraphShape;
import java.util.concurrent.TimeUnit;
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
 * A container is told of n components, which have their dependencies as parameters of their constructors, and started: an
 * operation ends when each was made. Their classes are written and loaded before. The set-up holds a first container against
 * the whole graph; each timed one has to have made every component once.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public abstract class AbstractStart {
    /** The container. */
    @Param
    public ContainerImplementation implementation;

    /** How components depend on each other. */
    @Param({"TREE", "STAR", "CHAIN", "LAYERS", "LOGGERS"})
    public GraphShape shape;

    ContainerAdapter adapter;
    ContainerAdapter.Running running;

    /** Number of components. */
    abstract int size();

    /** Writes the classes, and starts a container to look at what it builds. */
    @Setup
    public void build() {
        adapter = implementation.over(shape.of(size()));
        running = adapter.start();
        GraphVerifier.verify(adapter.components(), running);
    }

    /** Stops the container before, which is not timed. The last one stays, for the live heap to be weighed with it. */
    @Setup(Level.Invocation)
    public void stop() {
        running.close();
    }

    /** Starts one. */
    final void startOne() {
        running = adapter.start();
        GraphVerifier.madeOnce(adapter.components());
    }

    /** Stops the last one. */
    @TearDown
    public void close() {
        running.close();
        adapter.close();
    }
}
