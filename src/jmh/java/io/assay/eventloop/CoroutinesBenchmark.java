package io.assay.eventloop;

import io.assay.eventloop.peers.AwaitAdapter;
import io.assay.harness.api.Cells;
import io.assay.harness.api.Headline;
import io.assay.harness.api.MatrixColumn;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;

/**
 * The reference workload <i>coroutines</i>: 5,000,000 times, a task awaits an auto-reset event and then posts to its own loop
 * a function that sets it. An operation is the whole, with a loop made for it; it fails unless every wait came to its end.
 * The smaller n is for what takes long: threads.
 */
@State(Scope.Thread)
@Cells(CoroutinesCells.class)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class CoroutinesBenchmark {
    /** Tells how many waits a score stands for. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Counters {
        /** Waits that came to their end. */
        public long items;
    }

    /** What waits. */
    @Param
    public AwaitImplementation implementation;

    /** Waits. */
    @Param({"10000", "5000000"})
    public int n;

    private AwaitAdapter adapter;

    /** Makes the adapter. */
    @Setup
    public void build() {
        adapter = implementation.make();
    }

    /** One loop. */
    @Benchmark
    @Headline({"implementation=ASSAY,NETTY,ACTIVEJ", "n=5000000"})
    @Headline({"implementation=ASSAY,VIRTUAL_THREADS,PLATFORM_THREADS", "n=10000"})
    @MatrixColumn(
            value = "coroutines",
            order = 1,
            where = {"implementation=ASSAY", "n=5000000"},
            operationMillis = 100)
    public void oneLoop(Counters counters) {
        counters.items += awaits();
    }

    /** Eight loops on eight threads; a score is the time of one, while the others run. No counters: JMH would add its warm-down. */
    @Benchmark
    @Threads(8)
    public void eightLoops() {
        awaits();
    }

    private int awaits() {
        int awaited = adapter.awaits(n);
        if (awaited != n) {
            throw new IllegalStateException(implementation + ": " + awaited + " of " + n + " waits came to their end");
        }
        return awaited;
    }

    /** Ends what was started. */
    @TearDown
    public void close() {
        adapter.close();
    }
}
