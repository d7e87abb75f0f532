package io.assay.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.result.CellsFile.RowWarning;
import io.assay.harness.result.Metric;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunWarningsTest {
    private static final Object[] NONE = {};

    private final SyntheticRun run = new SyntheticRun();

    @Test
    void aCleanRunHasNone() {
        run.floor(0.4).time("ASSAY", 10, "items", perOperation(10, 4)).time("PEER", 20, "items", perOperation(20, 4));
        assertEquals(List.of(), run.analysis().warnings());
    }

    @Test
    void asFastAsTheEmptyMethod() {
        run.floor(0.4).time("ASSAY", 0.41).time("PEER", 20);
        assertEquals(List.of("ASSAY unusable"), rows("LIKE_EMPTY"));
    }

    /** A method that does a thousand operations at the empty method's time each is honest. */
    @Test
    void whatCountsForManyOperationsIsComparedByTheInvocation() {
        run.floor(0.4).time("ASSAY", 0.41).operations(1000).time("PEER", 20);
        assertEquals(List.of(), rows("LIKE_EMPTY"));
    }

    @Test
    void throughputIsComparedWithTheEmptyMethodToo() {
        run.floor(0.4).throughput("ASSAY", 2_500).throughput("PEER", 50);
        assertEquals(List.of("ASSAY unusable"), rows("LIKE_EMPTY"));
    }

    @Test
    void theFloorIsThatOfTheRowsOwnLaunch() {
        run.floor(0.4, "profile", "g1")
                .floor(4, "profile", "interpreter")
                .row(SyntheticRun.LOOKUP, "avgt", "ns/op", 4.1, 1, NONE, "implementation", "A", "profile", "g1")
                .row(
                        SyntheticRun.LOOKUP,
                        "avgt",
                        "ns/op",
                        4.1,
                        1,
                        NONE,
                        "implementation",
                        "B",
                        "profile",
                        "interpreter");
        assertEquals(List.of("B unusable"), rows("LIKE_EMPTY"));
    }

    @Test
    void countedNothing() {
        run.time("ASSAY", 10, "items", SyntheticRun.metric(Double.POSITIVE_INFINITY, "ns/op"))
                .time("PEER", 20, "items", perOperation(20, 4));
        assertEquals(List.of("ASSAY unusable"), rows("ZERO_ITEMS"));
        assertEquals(List.of(), rows("DIFFERENT_ITEMS"), "what counted nothing is no measure for its peers");
    }

    @Test
    void countedLessThanItsPeers() {
        run.time("ASSAY", 10, "items", perOperation(10, 4))
                .time("LAZY", 6, "items", perOperation(6, 2))
                .time("PEER", 20, "items", perOperation(20, 4))
                .time("OTHER", 21, "items", perOperation(21, 4));
        assertEquals(List.of("LAZY unusable"), rows("DIFFERENT_ITEMS"));
    }

    @Test
    void itemsOfThroughputAreCountedAsWell() {
        run.throughput("ASSAY", 10, "items", SyntheticRun.metric(40, "ops/us"))
                .throughput("LAZY", 10, "items", SyntheticRun.metric(20, "ops/us"))
                .throughput("PEER", 5, "items", SyntheticRun.metric(20, "ops/us"))
                .throughput("OTHER", 6, "items", SyntheticRun.metric(24, "ops/us"));
        assertEquals(List.of("LAZY unusable"), rows("DIFFERENT_ITEMS"));
    }

    @Test
    void boundsDoLessWorkByDesign() {
        run.time("BOUND_ARRAY", 5, "items", perOperation(5, 1))
                .time("ASSAY", 10, "items", perOperation(10, 4))
                .time("PEER", 20, "items", perOperation(20, 4));
        assertEquals(List.of(), rows("DIFFERENT_ITEMS"));
    }

    @Test
    void evenABoundDoesSomething() {
        run.time("BOUND_ARRAY", 5, "items", SyntheticRun.metric(Double.POSITIVE_INFINITY, "ns/op"))
                .time("ASSAY", 10, "items", perOperation(10, 4));
        assertEquals(List.of("BOUND_ARRAY unusable"), rows("ZERO_ITEMS"));
    }

    @Test
    void theCollectorTookItsShare() {
        Metric halfOfEachIteration =
                new Metric(600, Double.NaN, "ms", new double[][] {{75, 75, 75}, {75, 75, 75}, {0}});
        run.fact("iterationMillis", 150)
                .time("ASSAY", 10, "gc.time", halfOfEachIteration)
                .time("PEER", 20);
        assertEquals(List.of("ASSAY warning"), rows("GC_BOUND"));
    }

    @Test
    void theCollectorsShareIsOfTheRowsOwnIterations() {
        Metric pauses = new Metric(450, Double.NaN, "ms", new double[][] {{75, 75, 0}, {75, 75, 0}, {75, 75, 0}});
        run.fact("iterationMillis", 150)
                .time("ASSAY", 10, "gc.time", pauses)
                .time("PEER", 20, "gc.time", pauses)
                .forkOfLength(0, 1_500);
        assertEquals(List.of("PEER warning"), rows("GC_BOUND"));
    }

    /** Collecting for 75 ms is half of an iteration, but a twentieth of an operation of one and a half seconds. */
    @Test
    void theCollectorsShareIsOfTheOperationWhereThatIsLongerThanAnIteration() {
        Metric pauses = new Metric(675, Double.NaN, "ms", new double[][] {{75, 75, 75}, {75, 75, 75}, {75, 75, 75}});
        run.fact("iterationMillis", 150)
                .time("SHORT", 1_500, "gc.time", pauses)
                .time("LONG", 1_500e6, "gc.time", pauses)
                .time("LONG_OF_MANY", 1_500e3, "gc.time", pauses)
                .operations(1_000);
        assertEquals(List.of("SHORT warning"), rows("GC_BOUND"));
    }

    @Test
    void theHypervisorTookItsShare() {
        run.time("ASSAY", 10).time("PEER", 20);
        for (int fork = 0; fork < 3; fork++) {
            run.fork(0, 10, 6).fork(1, 20, 0.1);
        }
        assertEquals(List.of("ASSAY warning"), rows("STEAL"));
    }

    @Test
    void moreThreadsThanCores() {
        int cores = Runtime.getRuntime().availableProcessors();
        run.row(SyntheticRun.LOOKUP, "avgt", "ns/op", 10, cores + 1, NONE, "implementation", "ASSAY")
                .row(SyntheticRun.LOOKUP, "avgt", "ns/op", 20, cores, NONE, "implementation", "PEER");
        assertEquals(List.of("ASSAY note"), rows("OVERSUBSCRIBED"));
    }

    @Test
    void threadsOfTheBenchmarksOwnCountToo() {
        int cores = Runtime.getRuntime().availableProcessors();
        run.time("ASSAY", 10, "threads.own", new Metric(cores, Double.NaN, "threads", new double[][] {{cores}}))
                .time("PEER", 20, "threads.own", new Metric(cores - 1, Double.NaN, "threads", new double[][] {
                    {cores - 1}
                }));
        assertEquals(List.of("ASSAY note"), rows("OVERSUBSCRIBED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"avgt", "thrpt", "both"})
    void theMachineMoved(String modes) {
        moving(modes, 1.3);
        List<RowWarning> moved = run.analysis().warnings().stream()
                .filter(warning -> warning.kind().equals("MACHINE_MOVED"))
                .toList();
        assertEquals(1, moved.size(), () -> run.analysis().warnings().toString());
        assertTrue(moved.get(0).row().isEmpty());
        assertTrue(moved.get(0).message().contains("about +"), moved.get(0).message());
    }

    @Test
    void theMachineStoodStill() {
        moving("both", 1);
        assertEquals(List.of(), rows("MACHINE_MOVED"));
    }

    @Test
    void whatAllRowsShareIsToldOnceOfTheRun() {
        int cores = Runtime.getRuntime().availableProcessors();
        for (String implementation : List.of("ASSAY", "PEER", "OTHER")) {
            run.row(SyntheticRun.LOOKUP, "avgt", "ns/op", 10, 2 * cores, NONE, "implementation", implementation);
        }
        List<RowWarning> warnings = run.analysis().warnings();
        assertEquals(1, warnings.size(), warnings::toString);
        assertEquals("OVERSUBSCRIBED", warnings.get(0).kind());
        assertTrue(warnings.get(0).row().isEmpty());
    }

    /** Eight rows of five forks in rounds; from the middle on, everything costs {@code factor} as much. */
    private void moving(String modes, double factor) {
        for (int row = 0; row < 8; row++) {
            boolean throughput = modes.equals("thrpt") || modes.equals("both") && row % 2 == 1;
            if (throughput) {
                run.throughput("PEER_" + row, 50 + row);
            } else {
                run.time("PEER_" + row, 20 + row);
            }
        }
        Random noise = new Random(7);
        for (int fork = 0; fork < 40; fork++) {
            int row = fork % 8;
            double cost = (fork < 20 ? 1 : factor) * (1 + 0.002 * noise.nextGaussian());
            boolean throughput = modes.equals("thrpt") || modes.equals("both") && row % 2 == 1;
            run.fork(row, throughput ? run.score(row) / cost : run.score(row) * cost, 0);
        }
    }

    /** JMH divides the time by the counter, as it does for the primary metric. */
    private static Metric perOperation(double nanos, double items) {
        return SyntheticRun.metric(nanos / items, "ns/op");
    }

    /** Rows with such a warning, by implementation, with its severity; {@code run} where it is the whole run's. */
    private List<String> rows(String kind) {
        return run.analysis().warnings().stream()
                .filter(warning -> warning.kind().equals(kind))
                .map(warning -> warning.row()
                                .map(row -> row.params().get("implementation"))
                                .orElse("run")
                        + " " + warning.severity())
                .toList();
    }
}
