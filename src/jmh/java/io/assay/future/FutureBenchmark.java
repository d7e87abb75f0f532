package io.assay.future;

import io.assay.future.peers.FutureShapes;
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

/** The least that a promise does: made, completed, read, on one thread. */
@State(Scope.Thread)
@Headline(FutureImplementation.LIBRARIES)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FutureBenchmark {
    /** The library. */
    @Param
    public FutureImplementation implementation;

    private final TokenTable table = new TokenTable();
    private final Answers answers = new Answers(table.weightsAfter(0));
    private FutureShapes<?, ?> shapes;

    /** Makes the library's adapter. */
    @Setup(Level.Trial)
    public void build() {
        shapes = new FutureShapes<>(implementation.build(table), table);
    }

    /** Starts the walk over the inputs anew. */
    @Setup(Level.Iteration)
    public void rewind() {
        answers.rewind();
    }

    /** Create, complete, get. */
    @Benchmark
    public Token createCompleteGet() {
        Token got = shapes.createCompleteGet(table.token(answers.next()));
        answers.add(got.weight);
        return got;
    }

    /** Compares what came out with what should have. */
    @TearDown(Level.Iteration)
    public void check() {
        answers.check(implementation);
    }
}
