package io.assay.router;

import io.assay.harness.api.Cells;
import io.assay.harness.api.Headline;
import io.assay.router.peers.RouterAdapter;
import io.assay.router.peers.RouterVerifier;
import io.assay.workload.AnswerTally;
import io.assay.workload.RequestKind;
import io.assay.workload.RouteTable;
import io.assay.workload.RouterRequests;
import io.assay.workload.RouterWorkload;
import java.util.concurrent.CompletableFuture;
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
import org.openjdk.jmh.infra.Blackhole;

/**
 * One lookup: method and path, as an HTTP parser leaves them in its buffer, to the route. The requests are walked in
 * order, and their order is shuffled. Answers are added up while timed and compared afterwards: a router that gives a
 * wrong answer fails instead of looking fast.
 */
@State(Scope.Thread)
@Cells(RouterCells.class)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RouterBenchmark {
    /** Every fork pays for this, and a peer that tries its patterns one by one needs half a millisecond a request. */
    private static final int VERIFIED = 512;

    /** All but ASSAY_COPY, which differs from ASSAY by a copy of a few bytes. */
    private static final String HEADLINE_ROUTERS =
            "implementation=ASSAY,ASSAY_STRING,UNDERTOW,JOOBY,QUARKUS,ARMERIA,SPRING,BOUND_HASHMAP";

    /** Tells the harness how many lookups a score stands for. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Counters {
        /** Lookups with an answer of the workload's kind: a route, no route, or another method's. */
        public long items;
    }

    /** Route table and requests. */
    @Param
    public RouterWorkload workload;

    /** The router. */
    @Param
    public RouterImplementation implementation;

    private RouterAdapter router;
    private AnswerTally tally;
    private RequestKind kind;
    private byte[][] buffers;
    private int[] methods;
    private int[] from;
    private int[] to;

    /** Builds the router and checks a sample of its answers; the tests ask them all, and what is timed is checked too. */
    @Setup(Level.Trial)
    public void build() {
        RouteTable table = workload.table();
        // Every fork pays for its set-up: the requests are made beside the router, on another core.
        CompletableFuture<RouterRequests> made = CompletableFuture.supplyAsync(
                () -> implementation.layOut(workload.requests(implementation.known(table))));
        RouterAdapter built = implementation.build(table);
        RouterRequests requests = made.join();
        RouterVerifier.verify(implementation.name(), built, requests, VERIFIED);
        walk(built, requests);
    }

    /** Takes a router and the requests to put to it in order. */
    void walk(RouterAdapter over, RouterRequests requests) {
        router = over;
        kind = workload.kind();
        tally = new AnswerTally(requests);
        buffers = requests.buffers();
        methods = requests.methods();
        from = requests.from();
        to = requests.to();
    }

    /** Starts the walk and its sums anew. */
    @Setup(Level.Iteration)
    public void rewind() {
        tally.rewind();
    }

    /** Matches; afterwards every parameter could be read. */
    @Benchmark
    @Headline({"workload=GITHUB_HIT,GITHUB_MISS,LARGE_HIT", HEADLINE_ROUTERS})
    public int match(Counters counters) {
        return answer(tally.next(), counters);
    }

    private int answer(int i, Counters counters) {
        int answer = router.match(methods[i], buffers[i], from[i], to[i]);
        tally.answered(i, answer);
        counters.items += kind.answeredBy(answer) ? 1 : 0;
        return answer;
    }

    /** Matches and reads every parameter as a {@code String}. */
    @Benchmark
    @Headline({"workload=GITHUB_HIT", HEADLINE_ROUTERS})
    public int matchAndRead(Counters counters, Blackhole sink) {
        int i = tally.next();
        int answer = answer(i, counters);
        int folded = 0;
        if (answer >= 0) {
            int count = router.parameters();
            for (int p = 0; p < count; p++) {
                String value = router.parameter(p);
                sink.consume(value);
                folded = AnswerTally.fold(folded, value);
            }
        }
        tally.read(i, folded);
        return answer;
    }

    /**
     * Compares what was answered while timed with what is right.
     *
     * @throws IllegalStateException when a timed lookup gave a wrong answer
     */
    @TearDown(Level.Iteration)
    public void check() {
        try {
            tally.check();
        } catch (IllegalStateException e) {
            throw new IllegalStateException(implementation + " on " + workload + ": " + e.getMessage(), e);
        }
    }
}
