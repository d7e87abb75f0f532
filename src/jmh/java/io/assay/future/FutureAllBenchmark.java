package io.assay.future;

import io.assay.future.peers.FutureShapes;
import io.assay.harness.api.Complexity;
import io.assay.harness.api.Headline;
import io.assay.harness.api.Sizes;
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

/** All of several futures, on one thread: the inputs made, gathered, completed (before or after), every value read. */
@State(Scope.Thread)
@Sizes(from = 4, to = 4096)
@Complexity(max = "O(n)", where = "implementation=ASSAY")
@Complexity(max = "O(n)", metric = "gc.alloc.rate.norm", where = "implementation=ASSAY")
@Headline({"n=8", FutureImplementation.HEADLINED})
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FutureAllBenchmark {
    /** Inputs. */
    @Param({"8", "64"})
    public int n;

    /** The library. */
    @Param
    public FutureImplementation implementation;

    private final TokenTable table = new TokenTable();
    private Answers answers;
    private FutureShapes<?, ?> shapes;

    /** Makes the library's adapter. */
    @Setup(Level.Trial)
    public void build() {
        shapes = new FutureShapes<>(implementation.build(table), table);
        answers = new Answers(table.weightsTogether(n));
    }

    /** Starts the walk over the inputs anew. */
    @Setup(Level.Iteration)
    public void rewind() {
        answers.rewind();
    }

    /** Inputs that are done. */
    @Benchmark
    public long allDone() {
        long got = shapes.allDone(answers.next(), n);
        answers.add(got);
        return got;
    }

    /** Inputs that are completed later, in order. */
    @Benchmark
    public long allPending() {
        long got = shapes.allPending(answers.next(), n);
        answers.add(got);
        return got;
    }

    /** Compares what came out with what should have. */
    @TearDown(Level.Iteration)
    public void check() {
        answers.check(implementation);
    }
}
