package io.assay.inject;

import io.assay.harness.api.Cells;
import io.assay.harness.api.Headline;
import io.assay.harness.api.MatrixColumn;
import io.assay.inject.peers.CycleTally;
import io.assay.inject.peers.DynamicAdapter;
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
 * The reference workload <i>start and stop</i>: B requires A; so many times, A is stopped, which stops B first, and started,
 * which starts B after it; by who owns the container, or, as the reference does it, by B. An operation is the whole; it fails unless each of the four callbacks came in its turn every time.
 * The smaller n is for what takes long.
 */
@State(Scope.Thread)
@Cells(CycleCells.class)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class StartStopBenchmark {
    /** Tells how many cycles a score stands for. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Counters {
        /** Cycles. */
        public long items;
    }

    /** The container. */
    @Param
    public DynamicImplementation implementation;

    /** Who stops and starts A. */
    @Param({"OUTSIDE", "SERVICE"})
    public CycleDriver driver;

    /** Cycles. */
    @Param({"10000", "1000000"})
    public int n;

    private CycleTally tally;
    private DynamicAdapter adapter;
    private DynamicAdapter.Cycle cycle;

    /** Starts both. */
    @Setup
    public void build() {
        tally = new CycleTally();
        adapter = implementation.make();
        cycle = driver.start(adapter, tally);
        tally.take(0);
    }

    /** One container. */
    @Benchmark
    @Headline({"implementation=ASSAY", "driver=SERVICE", "n=10000"})
    @MatrixColumn(
            value = "start & stop",
            order = 4,
            where = {"implementation=ASSAY", "driver=SERVICE", "n=1000000"},
            operationMillis = 300)
    public void cycles(Counters counters) {
        run();
        counters.items += n;
    }

    /** Eight containers on eight threads; a score is the time of one, while the others run. */
    @Benchmark
    @Threads(8)
    public void cyclesOnEightThreads() {
        run();
    }

    private void run() {
        cycle.run(n);
        tally.take(n);
    }

    /** Stops both. */
    @TearDown
    public void close() {
        cycle.close();
        adapter.close();
    }
}
