package io.assay.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.result.RowKey;
import io.assay.harness.result.UserError;
import io.assay.harness.result.environment.JdkFacts;
import java.time.Duration;
import java.util.Arrays;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.annotations.Mode;

class PlannerTest {
    private static final Benchmark FLOOR = RunFixtures.benchmark(Catalog.CALIBRATION);
    private static final Benchmark LOOKUP = RunFixtures.benchmark(
                    "io.assay.router.RouterBenchmark.match", "workload=SMALL,LARGE", "implementation=ASSAY,PEER")
            .withHeadlines(List.of(Map.of("workload", List.of("LARGE"))));
    private static final Benchmark OFFER = RunFixtures.benchmark("io.assay.queue.QueueBenchmark.offer", "n=1,10");

    private static final SeveralThreads NO_THREADS = new SeveralThreads(Set.of(), RunRequest.Overrides.NONE, true);

    private final Request request = new Request();

    @ParameterizedTest
    @EnumSource(names = {"SMOKE", "QUICK"})
    void withoutAPatternTheShortPresetsRunHeadlinesOnly(Preset preset) {
        request.preset = preset;
        Plan plan = plan(LOOKUP, OFFER);
        assertEquals(List.of("workload=LARGE,implementation=ASSAY", "workload=LARGE,implementation=PEER"), rows(plan));
        assertEquals(List.of(), plan.skipped());
    }

    @ParameterizedTest
    @EnumSource
    void aPatternRunsAllItsRows(Preset preset) {
        request.preset = preset;
        request.patterns = List.of("RouterBenchmark", "Queue");
        assertEquals(6, plan(LOOKUP, OFFER).cells().size());
    }

    @ParameterizedTest
    @EnumSource(names = {"STANDARD", "THOROUGH"})
    void theLongPresetsRunEverything(Preset preset) {
        request.preset = preset;
        assertEquals(6, plan(LOOKUP, OFFER).cells().size());
    }

    @Test
    void aRowThatDoesNotApplyIsListedWithItsReason() {
        Benchmark ruled = new Benchmark(
                OFFER.name(),
                OFFER.mode(),
                1,
                OFFER.params(),
                256,
                1,
                Optional.of(params -> "10".equals(params.get("n")) ? "too many" : null),
                List.of());
        request.patterns = List.of("offer");
        Plan plan = plan(ruled);
        assertEquals(List.of("n=1"), rows(plan));
        assertEquals("too many", plan.skipped().get(0).reason());
        assertEquals(Map.of("n", "10"), plan.skipped().get(0).cell().params());
    }

    @Test
    void aLaunchThatCannotStartIsListedAndTheOthersRun() {
        request.patterns = List.of("offer");
        request.jdks = List.of(RunFixtures.jdk(17), RunFixtures.jdk(25));
        Plan plan = plan(launch -> launch.jdk().feature() == 17 ? Optional.of("not here") : Optional.empty(), OFFER);
        assertEquals(2, plan.cells().size());
        assertTrue(plan.cells().stream().allMatch(cell -> cell.launch().jdk().feature() == 25));
        assertEquals(
                List.of("not here", "not here"),
                plan.skipped().stream().map(Plan.Skipped::reason).toList());
    }

    @Test
    void whereNothingCanStartTheReasonIsTheError() {
        request.patterns = List.of("offer");
        UserError error =
                assertThrows(UserError.class, () -> plan(launch -> Optional.of("not on this JDK (17): why"), OFFER));
        assertEquals("no cell can run: not on this JDK (17): why", error.getMessage());
    }

    @Test
    void parametersAreReplacedWhereABenchmarkHasThem() {
        request.patterns = List.of("match", "offer");
        request.params = Map.of("n", List.of("5", "6", "5"));
        Plan plan = plan(LOOKUP, OFFER);
        assertEquals(List.of("n=5", "n=6"), rows(plan).subList(4, 6));
        assertEquals(6, plan.cells().size());
    }

    @Test
    void aParameterThatNoneHasIsToldWithThoseTheyHave() {
        request.patterns = List.of("match");
        request.params = Map.of("n", List.of("5"));
        String message =
                assertThrows(UserError.class, () -> plan(LOOKUP, OFFER)).getMessage();
        assertTrue(message.startsWith("-p n: "), message);
        assertTrue(message.endsWith("workload, implementation"), message);
    }

    @Test
    void parametersThatLeaveNothingAreToldSo() {
        request.preset = Preset.QUICK;
        request.params = Map.of("workload", List.of("SMALL"));
        String message = assertThrows(UserError.class, () -> plan(LOOKUP)).getMessage();
        assertTrue(message.contains("drop a -p option"), message);
    }

    @Test
    void aBudgetLeavesOutWholeGroupsWithAReason() {
        request.patterns = List.of("match");
        // Room for about a dozen of the shortest cells.
        request.budget = Optional.of(Duration.ofSeconds(10));
        Benchmark wide = RunFixtures.benchmark(
                "io.assay.router.RouterBenchmark.match", "workload=A,B,C,D", "implementation=X,Y,Z");
        Plan plan = plan(wide, FLOOR);
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
        Plan plan = plan(sends, calls, wide, FLOOR);
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
        Plan plan = plan(threaded("io.assay.queue.SendBenchmark.send", "workload=A,B", "implementation=X,Y"));
        assertEquals(List.of("workload=A,implementation=X", "workload=A,implementation=Y"), rows(plan));
        assertEquals(1, plan.settings().forks());
    }

    /** With the harness's floor, whose second fork is no reason to leave rows out. */
    @Test
    void rowsOfSeveralThreadsAloneGiveUpTheirSecondForkBeforeAnyIsLeftOut() {
        request.patterns = List.of("send");
        // Four of two forks are 25.8 s, of one 14 s; the floor is 1.92 s at the most.
        request.budget = Optional.of(Duration.ofSeconds(20));
        Plan plan = plan(FLOOR, threaded("io.assay.queue.SendBenchmark.send", "workload=A,B", "implementation=X,Y"));
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
        Plan plan = plan(FLOOR, group, wide);
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
        Plan plan = plan(FLOOR, sends, wide);
        assertEquals(List.of(), plan.skipped());
        assertEquals(Preset.SMOKE.settings(), plan.settings());
        request.budget = Optional.of(Duration.ofSeconds(7));
        Plan less = plan(FLOOR, sends, wide);
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
                plan(threaded("io.assay.queue.SendBenchmark.send", "workload=A,B"))
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
                plan(rows).skipped().stream().map(Plan.Skipped::reason).collect(Collectors.toSet()));
        request.patterns = List.of("match");
        assertEquals(List.of(), plan(rows).skipped());
        request.budget = Preset.QUICK.budget();
        assertEquals(
                Set.of(told + "a longer --budget holds it"),
                plan(rows).skipped().stream().map(Plan.Skipped::reason).collect(Collectors.toSet()));
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
        Settings one = plan(wide, sends).settings();
        request.shard = Optional.of(new Shard(2, 2));
        assertEquals(one, plan(wide, sends).settings());
    }

    @Test
    void aSingleShotOfSeveralThreadsIsNoLongerRowOfAShard() {
        request.patterns = List.of(".");
        request.budget = Optional.of(Duration.ofSeconds(20));
        request.shard = Optional.of(new Shard(1, 2));
        Benchmark wide = RunFixtures.benchmark("io.assay.router.RouterBenchmark.match", "n=1,2,3,4,5,6,7,8,9");
        String name = "io.assay.queue.SendBenchmark.send";
        Settings shots =
                plan(wide, threaded(name, Mode.SingleShotTime, "workload=A,B")).settings();
        assertEquals(plan(wide, RunFixtures.benchmark(name, "workload=A,B")).settings(), shots);
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
        Plan plan = plan(LOOKUP);
        assertEquals(2, plan.cells().size());
        assertEquals(2, plan.skipped().size());
        assertEquals(1, plan.settings().forks());
    }

    @Test
    void aNumberFromTheCommandLineOutlivesTheBudget() {
        request.patterns = List.of("match");
        request.budget = Optional.of(Duration.ofSeconds(10));
        request.forks = OptionalInt.of(4);
        Plan plan = plan(LOOKUP);
        assertEquals(4, plan.settings().forks());
        assertEquals(4 * plan.cells().size(), plan.order().size());
    }

    @Test
    void theFloorIsMeasuredOnceALaunchAndNeverWeighed() {
        request.patterns = List.of("offer");
        request.profiles = List.of(RunFixtures.PLAIN, RunFixtures.profile("zgc", Collector.ZGC));
        Plan plan = plan(FLOOR, OFFER);
        List<Cell> floors = plan.cells().stream()
                .filter(cell -> cell.benchmark().equals(Catalog.CALIBRATION))
                .toList();
        assertEquals(
                List.of("plain", "zgc"),
                floors.stream().map(cell -> cell.launch().profile().name()).toList());
        assertEquals(List.of(0, 1, 2, 3), plan.weighed());
        assertEquals(6 * plan.settings().forks(), plan.order().size());
    }

    @Test
    void smokeWeighsNothing() {
        request.patterns = List.of("offer");
        request.preset = Preset.SMOKE;
        assertEquals(List.of(), plan(OFFER).weighed());
    }

    @Test
    void theProfilesHeapWinsOverTheWorkloads() {
        request.patterns = List.of("offer");
        Profile small = new Profile(
                "small", "", Collector.G1, Optional.of(64), "jdk", true, List.of(), Map.of(), "small.properties");
        request.profiles = List.of(RunFixtures.PLAIN, small);
        assertEquals(
                List.of(256, 256, 64, 64),
                plan(OFFER).cells().stream().map(Cell::heap).toList());
    }

    @Test
    void profileAndJdkAreParametersWhereThereAreSeveral() {
        Cell cell = new Cell(
                OFFER.name(), OFFER.mode(), Map.of("n", "1"), 256, 1, RunFixtures.launch(RunFixtures.PLAIN, 17));
        assertEquals("n=1", cell.key(false, false).paramText());
        assertEquals("n=1,profile=plain", cell.key(true, false).paramText());
        assertEquals("n=1,profile=plain,jdk=17", cell.key(true, true).paramText());
    }

    @Test
    void jdksAreNamedAsFarAsItTakesToTellThemApart() {
        request.jdks = List.of(
                RunFixtures.jdk(17),
                RunFixtures.jdk(25, "25.0.1+8", "/a"),
                RunFixtures.jdk(25, "25.0.2+9", "/b"),
                RunFixtures.jdk(21, "21.0.1+8", "/c"),
                RunFixtures.jdk(21, "21.0.1+8", "/d"));
        assertEquals(
                List.of("17", "25.0.1+8", "25.0.2+9", "21.0.1+8 in /c", "21.0.1+8 in /d"),
                Planner.launches(request.build()).stream().map(Launch::jdkName).toList());
    }

    @Test
    void launchesWhoseRowsWouldCollideAreRefused() {
        request.patterns = List.of("offer");
        Profile other = new Profile(
                "plain", "", Collector.ZGC, Optional.empty(), "jdk", true, List.of(), Map.of(), "x/plain.properties");
        request.profiles = List.of(RunFixtures.PLAIN, other);
        assertTold("profiles/plain.properties", "x/plain.properties", "'plain'");
        request.profiles = List.of(RunFixtures.PLAIN, RunFixtures.PLAIN);
        assertTold("profile 'plain'", "twice");
        request.profiles = List.of(RunFixtures.PLAIN);
        request.jdks = List.of(RunFixtures.jdk(17), RunFixtures.jdk(17));
        assertTold("/jdks/17", "twice");
    }

    @Test
    void aMistypedConstantIsRefusedAndOneOfOthersLeavesOut() {
        Benchmark eager = RunFixtures.benchmark("io.assay.future.EagerBenchmark.map", "implementation=OURS,GUAVA");
        Benchmark lazy = RunFixtures.benchmark("io.assay.future.LazyBenchmark.map", "implementation=OURS,REACTOR");
        Catalog catalog = Catalog.withConstants(
                List.of(eager, lazy),
                Map.of(
                        eager.name(), Map.of("implementation", List.of("OURS", "GUAVA", "JDK")),
                        lazy.name(), Map.of("implementation", List.of("OURS", "REACTOR"))));
        Planner planner = new Planner(catalog, launch -> Optional.empty());
        request.patterns = List.of("future");
        request.params = Map.of("implementation", List.of("GUAVE"));
        String told = assertThrows(UserError.class, () -> planner.plan(request.build()))
                .getMessage();
        assertTrue(
                told.startsWith("-p implementation=GUAVE: none of the benchmarks has that value; nearest: GUAVA"),
                told);
        request.params = Map.of("implementation", List.of("OURS", "JDK"));
        assertEquals(
                List.of(eager.name() + " OURS", eager.name() + " JDK", lazy.name() + " OURS"),
                planner.plan(request.build()).cells().stream()
                        .map(cell -> cell.benchmark() + " " + cell.params().get("implementation"))
                        .toList());
    }

    private void assertTold(String... parts) {
        String message = assertThrows(UserError.class, () -> plan(OFFER)).getMessage();
        Arrays.stream(parts).forEach(part -> assertTrue(message.contains(part), message));
    }

    private Plan plan(Benchmark... benchmarks) {
        return plan(launch -> Optional.empty(), benchmarks);
    }

    private Plan plan(java.util.function.Function<Launch, Optional<String>> unavailable, Benchmark... benchmarks) {
        Plan plan = new Planner(Catalog.of(List.of(benchmarks)), unavailable).plan(request.build());
        Set<RowKey> keys =
                plan.cells().stream().map(cell -> cell.key(true, true)).collect(Collectors.toSet());
        assertEquals(plan.cells().size(), keys.size(), "rows collide");
        return plan;
    }

    private static List<String> rows(Plan plan) {
        return plan.cells().stream()
                .map(cell -> cell.key(false, false).paramText())
                .toList();
    }

    private static Set<String> workloads(List<Cell> cells) {
        return cells.stream()
                .map(cell -> cell.params().get("workload"))
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A request whose parts a test replaces. */
    private static final class Request {
        List<String> patterns = List.of();
        Preset preset = Preset.QUICK;
        OptionalInt forks = OptionalInt.empty();
        Optional<Duration> time = Optional.empty();
        Optional<Duration> budget = Optional.empty();
        Map<String, List<String>> params = Map.of();
        List<Profile> profiles = List.of(RunFixtures.PLAIN);
        List<JdkFacts> jdks = List.of(RunFixtures.jdk(17));
        Optional<Shard> shard = Optional.empty();

        RunRequest build() {
            RunRequest.Overrides overrides = new RunRequest.Overrides(
                    forks, OptionalInt.empty(), Optional.empty(), OptionalInt.empty(), time, budget);
            return new RunRequest(patterns, preset, overrides, params, profiles, jdks, 42, false, shard);
        }
    }
}
