package io.assay.hpack;

import io.assay.harness.api.Cells;
import io.assay.harness.api.Headline;
import io.assay.hpack.peers.EncodedBlocks;
import io.assay.hpack.peers.HpackEncoderAdapter;
import io.assay.hpack.peers.HpackVerifier;
import io.assay.workload.HeaderBlock;
import io.assay.workload.HpackWorkload;
import io.assay.workload.RoundSum;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One header block, of a connection that goes on for ever: field lists are walked in order, each encoder keeps its own
 * dynamic table. The encoded size stands beside the time, because a faster encoder may simply compress less: times are
 * to be compared among peers whose size is within 5% of the smallest peer's. Where ours is smaller than all of theirs by
 * more than that, it is held against these peers all the same: what it spends on being smaller is its own time.
 */
@State(Scope.Thread)
@Cells(HpackCells.class)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HpackEncodeBenchmark {
    /** Blocks a call: what JMH and the sums do around a call would be a third of the shortest block. */
    private static final int BLOCKS = 16;

    /** An encoder may learn what is worth indexing, so that rounds differ a little in size; wrong blocks differ more. */
    private static final double SIZE_TOLERANCE = 0.05;

    /** Tells the harness how many fields and bytes a score stands for. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Counters {
        /** Fields. */
        public long items;

        /** Bytes that came out: the score divided by this metric is the encoded size of a block. */
        public long encodedBytes;
    }

    /** The blocks. */
    @Param
    public HpackWorkload workload;

    /** The encoder. */
    @Param
    public HpackEncoding implementation;

    private int[] items;
    private long[] right;
    private HpackEncoderAdapter encoder;
    private RoundSum round;

    /** Encodes two rounds, which are decoded and compared field by field; the second tells the sizes. */
    @Setup(Level.Trial)
    public void build() throws Exception {
        List<HeaderBlock> blocks = workload.blocks();
        encoder = implementation.over(blocks);
        HpackVerifier.verify(implementation.name(), encoder, blocks);
        EncodedBlocks encoded = HpackVerifier.verify(implementation.name(), encoder, blocks);
        int size = blocks.size();
        items = HeaderBlock.fields(blocks, BLOCKS);
        right = new long[size];
        for (int i = 0; i < size; i++) {
            right[i] = encoded.to(i) - encoded.from(i);
        }
        round = new RoundSum(size);
    }

    /**
     * Goes back to the first block, which empties the dynamic table, after a round that is not timed: an iteration ends anywhere,
     * and what an encoder has learnt by then of a part of a round makes the next one up to half as large again.
     */
    @Setup(Level.Iteration)
    public void rewind() throws Exception {
        round.rewind();
        for (int i = 0; i < right.length; i++) {
            encoder.encode(i);
        }
    }

    /** Encodes a block into a buffer that is used again. */
    @Benchmark
    @Headline({"workload=API_RESPONSES,BROWSER_STEADY", "implementation=ASSAY,HTTPCORE5,NETTY,TWITTER"})
    @OperationsPerInvocation(BLOCKS)
    public int encode(Counters counters) throws Exception {
        int i = round.next(BLOCKS);
        counters.items += items[i];
        long bytes = 0;
        int last = 0;
        for (int block = 0; block < BLOCKS; block++) {
            int size = encoder.encode(i);
            bytes += size;
            last ^= encoder.at(size - 1);
            i = i + 1 == right.length ? 0 : i + 1;
        }
        round.add(bytes);
        counters.encodedBytes += bytes;
        return last;
    }

    /**
     * Compares the size of what came out while timed with that of a verified round.
     *
     * @throws IllegalStateException when timed blocks had another size
     */
    @TearDown(Level.Iteration)
    public void check() {
        long expected = round.expected(right);
        if (Math.abs(round.sum() - expected) > SIZE_TOLERANCE * expected) {
            throw new IllegalStateException(implementation + " on " + workload + ": " + round.steps() + " blocks have "
                    + round.sum() + " bytes, right is " + expected);
        }
    }
}
