package io.assay.future;

import io.assay.future.peers.LazyAdapter;
import io.assay.harness.api.Headline;
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

/** Chains of lazy libraries, made, subscribed to, and completed (before or after), on one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LazyFutureBenchmark {
    /** Links of the chain. */
    @Param({"1", "16", "256"})
    public int n;

    /** The library. */
    @Param
    public LazyImplementation implementation;

    private final TokenTable table = new TokenTable();
    private Answers answers;
    private LazyAdapter library;

    /** Makes the library's adapter. */
    @Setup(Level.Trial)
    public void build() {
        library = implementation.build();
        answers = new Answers(table.weightsAfter(n));
    }

    /** Starts the walk over the inputs anew. */
    @Setup(Level.Iteration)
    public void rewind() {
        answers.rewind();
    }

    /** Maps on a source that has its value. */
    @Benchmark
    public Token mapDone() {
        return got(library.mapDone(table.token(answers.next()), n));
    }

    /** Maps on a source that is completed when the chain is subscribed to. */
    @Benchmark
    @Headline("n=16")
    public Token mapPending() {
        return got(library.mapPending(table.token(answers.next()), n));
    }

    private Token got(Token token) {
        answers.add(token.weight);
        return token;
    }

    /** Compares what came out with what should have. */
    @TearDown(Level.Iteration)
    public void check() {
        answers.check(implementation);
    }
}
