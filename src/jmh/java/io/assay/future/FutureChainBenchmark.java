package io.assay.future;

import io.assay.future.peers.FutureAdapter;
import io.assay.future.peers.FutureShapes;
import io.assay.harness.api.Complexity;
import io.assay.harness.api.Headline;
import io.assay.harness.api.Sizes;
import io.assay.workload.Token;
import io.assay.workload.TokenTable;
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

/**
 * Chains, on one thread: made, completed (before or after) and read. The function follows a link from one token to the
 * next; the one at the end is checked.
 */
@State(Scope.Thread)
@Sizes(from = 4, to = 1024)
@Complexity(max = "O(n)", where = "implementation=ASSAY")
@Complexity(max = "O(n)", metric = "gc.alloc.rate.norm", where = "implementation=ASSAY")
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FutureChainBenchmark {
    /** Links of the chain. */
    @Param({"1", "16", "256"})
    public int n;

    /** The library. */
    @Param
    public FutureImplementation implementation;

    private final TokenTable table = new TokenTable();
    private final FutureAdapter.Lost[] failures = new FutureAdapter.Lost[TokenTable.SIZE];
    private Answers answers;
    private Answers recovered;
    private FutureShapes<?, ?> shapes;

    /** Makes the library's adapter. */
    @Setup(Level.Trial)
    public void build() {
        shapes = new FutureShapes<>(implementation.build(table), table);
        answers = new Answers(table.weightsAfter(n));
        recovered = new Answers(table.weightsAfter(0));
        for (int i = 0; i < failures.length; i++) {
            failures[i] = new FutureAdapter.Lost(table.token(i));
        }
    }

    /** Starts the walk over the inputs anew. */
    @Setup(Level.Iteration)
    public void rewind() {
        answers.rewind();
        recovered.rewind();
    }

    /** Maps on a future that is done. */
    @Benchmark
    @Headline({"n=16", FutureImplementation.HEADLINED})
    public Token mapDone() {
        return got(shapes.mapDone(table.token(answers.next()), n));
    }

    /** Maps on a promise that is completed when the chain stands. */
    @Benchmark
    @Headline({"n=16", FutureImplementation.HEADLINED})
    public Token mapPending() {
        return got(shapes.mapPending(table.token(answers.next()), n));
    }

    /** flatMaps on a future that is done, to futures that are done. */
    @Benchmark
    public Token flatMapDone() {
        return got(shapes.flatMapDone(table.token(answers.next()), n));
    }

    /** flatMaps, to futures that are done, on a promise that is completed when the chain stands. */
    @Benchmark
    @Headline({"n=16", FutureImplementation.HEADLINED})
    public Token flatMapPending() {
        return got(shapes.flatMapPending(table.token(answers.next()), n));
    }

    /** A failure that comes when the chain stands, passes its maps, and is recovered by one more future. */
    @Benchmark
    public Token recover() {
        Token got = shapes.recover(failures[recovered.next()], n);
        recovered.add(got.weight);
        return got;
    }

    private Token got(Token token) {
        answers.add(token.weight);
        return token;
    }

    /** Compares what came out with what should have. */
    @TearDown(Level.Iteration)
    public void check() {
        answers.check(implementation);
        recovered.check(implementation);
    }
}
