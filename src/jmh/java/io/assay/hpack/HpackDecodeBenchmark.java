package io.assay.hpack;

import io.assay.harness.api.Headline;
import io.assay.hpack.peers.EncodedBlocks;
import io.assay.hpack.peers.FieldSum;
import io.assay.hpack.peers.HpackDecoderAdapter;
import io.assay.hpack.peers.HpackVerifier;
import io.assay.workload.HeaderBlock;
import io.assay.workload.HpackWorkload;
import io.assay.workload.RoundSum;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * One header block, of a connection that goes on for ever: blocks are walked in order, and the dynamic table is carried
 * along. All decoders are given the same bytes. What they hand over is added up while timed and compared afterwards: a
 * decoder that gives a wrong field fails instead of looking fast.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(jvmArgsAppend = "--add-exports=java.net.http/jdk.internal.net.http.hpack=ALL-UNNAMED") // for the JDK's decoder
public class HpackDecodeBenchmark {
    /** Blocks a call: what JMH and the sums do around a call would be a third of the shortest block. */
    private static final int BLOCKS = 16;

    /** Tells the harness how many fields a score stands for. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Counters {
        /** Fields. */
        public long items;
    }

    /** The blocks. */
    @Param
    public HpackWorkload workload;

    /** The decoder. */
    @Param
    public HpackDecoding implementation;

    private int[] starts;
    private int[] items;
    private long[] right;
    private HpackDecoderAdapter decoder;
    private RoundSum round;
    private FieldSum sum;

    /** Encodes the blocks and compares a round field by field. */
    @Setup(Level.Trial)
    public void build(BenchmarkParams params) throws Exception {
        build(params.getBenchmark().endsWith(".decodeToStrings"));
    }

    /** For a form alone: the other would leave its callbacks in the profile that this one is compiled by. */
    public void build(boolean strings) throws Exception {
        List<HeaderBlock> blocks = workload.blocks();
        EncodedBlocks encoded = EncodedBlocks.reference(blocks);
        decoder = implementation.over(encoded.bytes());
        HpackDecoderAdapter form = strings ? decoder::decodeToStrings : decoder;
        HpackVerifier.verifyForm(implementation.name(), form, encoded, blocks);
        int size = blocks.size();
        starts = encoded.starts();
        items = HeaderBlock.fields(blocks, BLOCKS);
        right = new long[size];
        for (int i = 0; i < size; i++) {
            right[i] = blocks.get(i).fields().stream().mapToLong(FieldSum::of).sum();
        }
        round = new RoundSum(size);
    }

    /** Goes back to the first block, which empties the dynamic table. */
    @Setup(Level.Iteration)
    public void rewind() {
        round.rewind();
        sum = new FieldSum();
    }

    /** Decodes into whatever the library hands over: ranges, objects, characters. */
    @Benchmark
    @Headline({"workload=BROWSER_STEADY,ONE_INDEXED", "implementation=ASSAY,HTTPCORE5,JDK,NETTY,TWITTER"})
    @OperationsPerInvocation(BLOCKS)
    public void decode(Counters counters) throws Exception {
        int i = round.next(BLOCKS);
        counters.items += items[i];
        for (int block = 0; block < BLOCKS; block++) {
            decoder.decode(starts[i], starts[i + 1], sum);
            i = i + 1 == right.length ? 0 : i + 1;
        }
    }

    /** Decodes into a {@code String} for each name and each value. */
    @Benchmark
    @OperationsPerInvocation(BLOCKS)
    public void decodeToStrings(Counters counters) throws Exception {
        int i = round.next(BLOCKS);
        counters.items += items[i];
        for (int block = 0; block < BLOCKS; block++) {
            decoder.decodeToStrings(starts[i], starts[i + 1], sum);
            i = i + 1 == right.length ? 0 : i + 1;
        }
    }

    /**
     * Compares what was decoded while timed with what is right.
     *
     * @throws IllegalStateException when a timed block was decoded wrongly
     */
    @TearDown(Level.Iteration)
    public void check() {
        if (sum.sum() != round.expected(right)) {
            throw new IllegalStateException(implementation + " on " + workload + ": the fields of " + round.steps()
                    + " blocks add up to " + sum.sum() + ", right is " + round.expected(right));
        }
    }
}
