package io.assay.future;

import io.assay.future.peers.RoundTrip;
import io.assay.harness.api.Cells;
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

/** Completion across threads: a thread completes a promise on which another waits, and waits for the answer. */
@State(Scope.Thread)
@Cells(HandoffCells.class)
@Headline({"waiting=SPIN_THEN_PARK", FutureImplementation.HEADLINED})
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FutureHandoffBenchmark {
    /** How both threads wait. */
    @Param
    public HandoffWaiting waiting;

    /** The library. */
    @Param
    public FutureImplementation implementation;

    private final TokenTable table = new TokenTable();
    private final Answers answers = new Answers(table.weightsAfter(1));
    private RoundTrip<?, ?> roundTrip;

    /** Makes the library's adapter and starts the other thread. */
    @Setup(Level.Trial)
    public void start() {
        roundTrip = new RoundTrip<>(implementation.build(table), waiting.spins());
    }

    /** Starts the walk over the inputs anew. */
    @Setup(Level.Iteration)
    public void rewind() {
        answers.rewind();
    }

    /** There and back: two completions, each seen by the other thread. */
    @Benchmark
    public Token roundTrip() {
        Token got = roundTrip.exchange(table.token(answers.next()));
        answers.add(got.weight);
        return got;
    }

    /** Compares what came out with what should have. */
    @TearDown(Level.Iteration)
    public void check() {
        answers.check(implementation);
    }

    /** Ends the other thread. */
    @TearDown(Level.Trial)
    public void stop() throws InterruptedException {
        roundTrip.close();
    }
}
