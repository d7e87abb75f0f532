package io.assay.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.annotations.Mode;

/** What of a request a budget holds. */
class PlannerBudgetTest {
    private static final Benchmark FLOOR = RunFixtures.benchmark(Catalog.CALIBRATION);
    private static final Benchmark LOOKUP = RunFixtures.benchmark(
                    "io.assay.router.RouterBenchmark.match", "workload=SMALL,LARGE", "implementation=ASSAY,PEER")
            .withHeadlines(List.of(Map.of("workload", List.of("LARGE"))));
    private static final SeveralThreads NO_THREADS = new SeveralThreads(Set.of(), RunRequest.Overrides.NONE, true);

    private final PlannedRequest request = new PlannedRequest();

    @Test
    void aBudgetLeavesOutWholeGroupsWithAReason() {
        request.patterns = List.of("match");
        // Room for about a dozen of the shortest cells.
        request.budget = Optional.of(Duration.ofSeconds(10));
        Benchmark wide = RunFixtures.benchmark(
                "io.assay.router.RouterBenchmark.match", "workload=A,B,C,D", "implementation=X,Y,Z");
        Plan plan = request.plan(wide, FLOOR);
        Set<String> kept = workloads(plan.cells());
        Set<String> left =
                workloads(plan.skipped().stream().map(Plan.Skipped::cell).toList());
        assertTrue(!kept.isEmpty() && !left.isEmpty(), () -> kept + " kept, " + left + " left out");
        assertTrue(kept.stream().noneMatch(left::contains), () -> kept + " kept, " + left + " left out");
        assertEquals("A", kept.iterator().next());
        assertTrue(plan.skipped().stream()
                .allMatch(skipped -> skipped.reason().startsWith("left out: the budget of 10 s does not hold it")));
        Budget budget = new Budget(NO_THREADS, 1, Duration.ofSeconds(10));
        Budget.Rows rows = new Budget.Rows(plan.cells().size(), 0, 0);
        assertTrue(budget.estimate(plan.settings(), rows).compareTo(budget.time()) <= 0);
    }

    /** One of each class before a second of any: no class takes all the room that is left. */
    @Test
    void rowsOfSeveralThreadsAreLeftOutFirstAndTold() {
        Benchmark sends = threaded("io.assay.queue.SendBenchmark.send", "workload=A,B");
        Benchmark calls = threaded("io.assay.queue.CallBenchmark.call", "workload=A,B");
        Benchmark wide = RunFixtures.benchmark("io.assay.router.RouterBenchmark.match", "n=1,2,3,4,5,6,7,8,9");
        request.patterns = List.of("match", "send", "call");
        // Ten rows of one thread, the harness's own among them, are 19.2 s at the shortest, one of several 6.45 s.
        request.budget = Optional.of(Duration.ofSeconds(33));
        Plan plan = request.plan(sends, calls, wide, FLOOR);
        assertEquals(2, plan.settings().forks());
        assertEquals(Duration.ofMillis(20), plan.settings().time(), "0.9 s are left");
        assertEquals(
                List.of("send A", "call A"),
                plan.cells().stream()
                        .filter(cell -> cell.params().containsKey("workload"))
                        .map(cell -> cell.benchmark().substring(cell.benchmark().length() - 4) + " "
                                + cell.params().get("workload"))
                        .toList());
        assertEquals(12, plan.cells().size());
        assertEquals(
                Set.of("left out: the budget of 33 s does not hold it with iterations of 400 ms, which several threads "
                        + "need; a longer --budget holds it"),
                plan.skipped().stream().map(Plan.Skipped::reason).collect(Collectors.toSet()));
    }

    @Test
    void rowsOfSeveralThreadsAloneAreRunWithFewerForksAndKeepAGroup() {
        request.patterns = List.of("send");
        request.budget = Optional.of(Duration.ofSeconds(1));
        Plan plan = request.plan(threaded("io.assay.queue.SendBenchmark.send", "workload=A,B", "implementation=X,Y"));
        assertEquals(List.of("workload=A,implementation=X", "workload=A,implementation=Y"), PlannedRequest.rows(plan));
        assertEquals(1, plan.settings().forks());
    }

    /** With the harness's floor, whose second fork is no reason to leave rows out. */
    @Test
    void rowsOfSeveralThreadsAloneGiveUpTheirSecondForkBeforeAnyIsLeftOut() {
        request.patterns = List.of("send");
        // Four of two forks are 25.8 s, of one 14 s; the floor is 1.92 s at the most.
        request.budget = Optional.of(Duration.ofSeconds(20));
        Plan plan = request.plan(
                FLOOR, threaded("io.assay.queue.SendBenchmark.send", "workload=A,B", "implementation=X,Y"));
        assertEquals(5, plan.cells().size());
        assertEquals(List.of(), plan.skipped());
        assertEquals(1, plan.settings().forks());
    }

    @Test
    void whatRowsOfSeveralThreadsWouldHaveTakenIsTheOthers() {
        request.patterns = List.of("match", "send");
        // The group is 51.6 s of two forks; ten rows in full are 62.5 s, the floor among them.
        request.budget = Optional.of(Duration.ofSeconds(63));
        Benchmark group = threaded("io.assay.queue.SendBenchmark.send", "implementation=A,B,C,D,E,F,G,H");
        Benchmark wide = RunFixtures.benchmark("io.assay.router.RouterBenchmark.match", "n=1,2,3,4,5,6,7,8,9");
        Plan plan = request.plan(FLOOR, group, wide);
        assertEquals(8, plan.skipped().size());
        assertEquals(10, plan.cells().size());
        assertEquals(Preset.QUICK.settings(), plan.settings());
        assertEquals(10 * 3, plan.order().size());
    }

    /** Nobody reads its figures: whatever starts is enough, and rows of several threads are like all others. */
    @Test
    void smokeStartsRowsOfSeveralThreadsLikeAnyOther() {
        request.preset = Preset.SMOKE;
        request.patterns = List.of("match", "send");
        Benchmark sends = threaded("io.assay.queue.SendBenchmark.send", "n=1,2,3,4,5,6,7,8,9");
        Benchmark wide = RunFixtures.benchmark("io.assay.router.RouterBenchmark.match", "n=1,2,3,4,5,6,7,8,9");
        // Eighteen forks of 0.7 s and the floor's.
        request.budget = Optional.of(Duration.ofMillis(13_300));
        Plan plan = request.plan(FLOOR, sends, wide);
        assertEquals(List.of(), plan.skipped());
        assertEquals(Preset.SMOKE.settings(), plan.settings());
        request.budget = Optional.of(Duration.ofSeconds(7));
        Plan less = request.plan(FLOOR, sends, wide);
        assertEquals(
                9,
                less.cells().stream()
                        .filter(cell -> cell.benchmark().equals(sends.name()))
                        .count(),
                "the last go, and these are the first");
        assertEquals(
                Set.of("left out: the budget of 7 s does not hold it; a longer --budget holds it"),
                less.skipped().stream().map(Plan.Skipped::reason).collect(Collectors.toSet()));
    }

    @Test
    void theReasonNamesNoIterationsThatTheUserGave() {
        request.patterns = List.of("send");
        request.budget = Optional.of(Duration.ofSeconds(1));
        request.time = Optional.of(Duration.ofMillis(50));
        assertEquals(
                "left out: the budget of 1 s does not hold it; a longer --budget holds it",
                request.plan(threaded("io.assay.queue.SendBenchmark.send", "workload=A,B"))
                        .skipped()
                        .get(0)
                        .reason());
    }

    @Test
    void aHeadlineThatThePresetsTimeDoesNotHoldIsRunWhenNamed() {
        String many = IntStream.range(0, 600).mapToObj(Integer::toString).collect(Collectors.joining(","));
        Benchmark rows = RunFixtures.benchmark("io.assay.router.RouterBenchmark.match", "n=" + many, "workload=LARGE")
                .withHeadlines(List.of(Map.of("workload", List.of("LARGE"))));
        String told = "left out: the budget of 555 s does not hold it; ";
        assertEquals(
                Set.of(told + "name it to run it"),
                request.plan(rows).skipped().stream().map(Plan.Skipped::reason).collect(Collectors.toSet()));
        request.patterns = List.of("match");
        assertEquals(List.of(), request.plan(rows).skipped());
        request.budget = Preset.QUICK.budget();
        assertEquals(
                Set.of(told + "a longer --budget holds it"),
                request.plan(rows).skipped().stream().map(Plan.Skipped::reason).collect(Collectors.toSet()));
    }

    /** Whatever falls to a machine, its share of them is taken to be the suite's; at 15 s they are left out. */
    @ParameterizedTest
    @ValueSource(ints = {40, 15})
    void allShardsFitTheSameSettings(int seconds) {
        request.patterns = List.of(".");
        request.budget = Optional.of(Duration.ofSeconds(seconds));
        Benchmark wide = RunFixtures.benchmark("io.assay.router.RouterBenchmark.match", "n=1,2,3,4,5,6,7,8,9");
        Benchmark sends = threaded("io.assay.queue.SendBenchmark.send", "workload=A,B");
        request.shard = Optional.of(new Shard(1, 2));
        Settings one = request.plan(wide, sends).settings();
        request.shard = Optional.of(new Shard(2, 2));
        assertEquals(one, request.plan(wide, sends).settings());
    }

    @Test
    void aSingleShotOfSeveralThreadsIsNoLongerRowOfAShard() {
        request.patterns = List.of(".");
        request.budget = Optional.of(Duration.ofSeconds(20));
        request.shard = Optional.of(new Shard(1, 2));
        Benchmark wide = RunFixtures.benchmark("io.assay.router.RouterBenchmark.match", "n=1,2,3,4,5,6,7,8,9");
        String name = "io.assay.queue.SendBenchmark.send";
        Settings shots = request.plan(wide, threaded(name, Mode.SingleShotTime, "workload=A,B"))
                .settings();
        assertEquals(
                request.plan(wide, RunFixtures.benchmark(name, "workload=A,B")).settings(), shots);
    }

    private static Benchmark threaded(String name, String... params) {
        return threaded(name, Mode.AverageTime, params);
    }

    private static Benchmark threaded(String name, Mode mode, String... params) {
        Benchmark one = RunFixtures.benchmark(name, params);
        return new Benchmark(name, mode, 2, one.params(), 256, 1, Optional.empty(), List.of());
    }

    @Test
    void noBudgetIsTooSmallForTheFirstGroup() {
        request.patterns = List.of("match");
        request.budget = Optional.of(Duration.ofMillis(1));
        Plan plan = request.plan(LOOKUP);
        assertEquals(2, plan.cells().size());
        assertEquals(2, plan.skipped().size());
        assertEquals(1, plan.settings().forks());
    }

    @Test
    void aNumberFromTheCommandLineOutlivesTheBudget() {
        request.patterns = List.of("match");
        request.budget = Optional.of(Duration.ofSeconds(10));
        request.forks = OptionalInt.of(4);
        Plan plan = request.plan(LOOKUP);
        assertEquals(4, plan.settings().forks());
        assertEquals(4 * plan.cells().size(), plan.order().size());
    }

    private static Set<String> workloads(List<Cell> cells) {
        return cells.stream()
                .map(cell -> cell.params().get("workload"))
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
