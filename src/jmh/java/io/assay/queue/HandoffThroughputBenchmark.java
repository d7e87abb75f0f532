package io.assay.queue;

import io.assay.harness.api.Cells;
import io.assay.harness.api.Complexity;
import io.assay.harness.api.Headline;
import io.assay.harness.api.OwnThreads;
import io.assay.harness.api.Reported;
import io.assay.harness.api.Sizes;
import io.assay.queue.peers.QueueAdapter;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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
 * Many messages ({@link Burst#round}) from {@code n} producers to one consumer, which drains up to 256 at a time, and looks again after
 * some spins, then after yields. The score is the whole; the time of an item stands beside it, and how many offers were
 * accepted and refused. An empty drain counts for nothing.
 *
 * <p>However many producers there are, a round has as many messages: with a free core for each its cost would not depend on
 * them but for the cache lines that they contend for, at the worst one more transfer a message for each producer.
 */
@State(Scope.Thread)
@OwnThreads
@Sizes(from = 1, to = 16)
@Complexity(max = "O(n)", where = "implementation=ASSAY,ASSAY_UNBOUNDED,ASSAY_AGRONA_ARRAY")
@Cells(QueueCells.Throughput.class)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HandoffThroughputBenchmark {
    static final int CAPACITY = 1_024;

    /** Tells what became of the offers. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Counters {
        /** Messages that the consumer took. */
        public long items;
        /** Offers that were accepted. */
        public long accepted;
        /** Offers that were refused, and made again. */
        public long refused;
    }

    /** How producers offer. */
    @Param
    public Burst workload;

    /** Producers. */
    @Param({"1", "2", "4", "8"})
    public int n;

    /** The queue. */
    @Param
    public QueueImplementation implementation;

    private Producers producers;

    /** Starts the producers. */
    @Setup(Level.Trial)
    public void open() {
        open(implementation.create(CAPACITY), workload.round());
    }

    /** Takes a queue, and how many messages a round has. */
    void open(QueueAdapter queue, int items) {
        producers = new Producers(queue, n, workload, items / n, Worker.PATIENCE);
        Reported.ownThreads(n);
    }

    /** One round. */
    @Benchmark
    @Headline({"workload=STREAM", "n=1", "implementation=ASSAY,DISRUPTOR,CONVERSANT,BOUND_JCTOOLS_ARRAY"})
    public void handOver(Counters counters) {
        long accepted = producers.accepted();
        long refused = producers.refused();
        producers.round();
        counters.accepted += producers.accepted() - accepted;
        counters.refused += producers.refused() - refused;
        counters.items += producers.accepted() - accepted;
    }

    /** Ends the producers. */
    @TearDown(Level.Trial)
    public void close() throws InterruptedException {
        producers.close();
    }
}
