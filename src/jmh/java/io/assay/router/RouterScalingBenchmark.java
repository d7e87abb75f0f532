package io.assay.router;

import io.assay.harness.api.Cells;
import io.assay.harness.api.Complexity;
import io.assay.harness.api.Headline;
import io.assay.harness.api.Sizes;
import io.assay.router.peers.RouterAdapter;
import io.assay.router.peers.RouterVerifier;
import io.assay.workload.AnswerTally;
import io.assay.workload.RouteTable;
import io.assay.workload.RouterRequests;
import io.assay.workload.SizedRoutes;
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

/** One lookup among n routes: what more routes cost. Ours must not scan them. */
@State(Scope.Thread)
@Cells(RouterScalingBenchmark.HasParameters.class)
@Sizes(from = 16, to = SizedRoutes.MOST)
@Complexity(max = "O(log n)", where = "implementation=ASSAY,ASSAY_COPY,ASSAY_STRING")
@Complexity(max = "O(1)", metric = "gc.alloc.rate.norm", where = "implementation=ASSAY,ASSAY_COPY")
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RouterScalingBenchmark {
    private static final int VERIFIED = 512;

    /** The tables have parameters in every route, which a hash map cannot match. */
    public static final class HasParameters implements io.assay.harness.api.CellRule {
        @Override
        public String reasonNotToRun(java.util.Map<String, String> params) {
            return RouterImplementation.BOUND_HASHMAP.name().equals(params.get("implementation"))
                    ? "a hash map knows literal routes only"
                    : null;
        }
    }

    /** Number of routes. */
    @Param({"16", "32", "64", "128", "256", "512", "1024", "2048", "4096", "8192"})
    public int n;

    /** The router. */
    @Param
    public RouterImplementation implementation;

    private RouterAdapter router;
    private AnswerTally tally;
    private byte[][] buffers;
    private int[] methods;
    private int[] from;
    private int[] to;

    /** Builds the router and checks a sample of its answers; what is timed is checked too. */
    @Setup(Level.Trial)
    public void build() {
        RouteTable table = SizedRoutes.table(n);
        router = implementation.build(table);
        RouterRequests requests = implementation.layOut(SizedRoutes.requests(table));
        RouterVerifier.verify(implementation.name(), router, requests, VERIFIED);
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

    /** Matches. */
    @Benchmark
    @Headline({"n=16,128,1024,8192", "implementation=ASSAY"})
    public int match() {
        int i = tally.next();
        int answer = router.match(methods[i], buffers[i], from[i], to[i]);
        tally.answered(i, answer);
        return answer;
    }

    /**
     * Compares what was answered while timed with what is right.
     *
     * @throws IllegalStateException when a timed lookup gave a wrong answer
     */
    @TearDown(Level.Iteration)
    public void check() {
        tally.check();
    }
}
