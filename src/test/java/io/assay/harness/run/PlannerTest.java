package io.assay.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.result.UserError;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlannerTest {
    private static final Benchmark FLOOR = RunFixtures.benchmark(Catalog.CALIBRATION);
    private static final Benchmark LOOKUP = RunFixtures.benchmark(
                    "io.assay.router.RouterBenchmark.match", "workload=SMALL,LARGE", "implementation=ASSAY,PEER")
            .withHeadlines(List.of(Map.of("workload", List.of("LARGE"))));
    private static final Benchmark OFFER = RunFixtures.benchmark("io.assay.queue.QueueBenchmark.offer", "n=1,10");

    private final PlannedRequest request = new PlannedRequest();

    @ParameterizedTest
    @EnumSource(names = {"SMOKE", "QUICK"})
    void withoutAPatternTheShortPresetsRunHeadlinesOnly(Preset preset) {
        request.preset = preset;
        Plan plan = request.plan(LOOKUP, OFFER);
        assertEquals(
                List.of("workload=LARGE,implementation=ASSAY", "workload=LARGE,implementation=PEER"),
                PlannedRequest.rows(plan));
        assertEquals(List.of(), plan.skipped());
    }

    @ParameterizedTest
    @EnumSource
    void aPatternRunsAllItsRows(Preset preset) {
        request.preset = preset;
        request.patterns = List.of("RouterBenchmark", "Queue");
        assertEquals(6, request.plan(LOOKUP, OFFER).cells().size());
    }

    @ParameterizedTest
    @EnumSource(names = {"STANDARD", "THOROUGH"})
    void theLongPresetsRunEverything(Preset preset) {
        request.preset = preset;
        assertEquals(6, request.plan(LOOKUP, OFFER).cells().size());
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
        Plan plan = request.plan(ruled);
        assertEquals(List.of("n=1"), PlannedRequest.rows(plan));
        assertEquals("too many", plan.skipped().get(0).reason());
        assertEquals(Map.of("n", "10"), plan.skipped().get(0).cell().params());
    }

    @Test
    void aLaunchThatCannotStartIsListedAndTheOthersRun() {
        request.patterns = List.of("offer");
        request.jdks = List.of(RunFixtures.jdk(17), RunFixtures.jdk(25));
        Plan plan = request.plan(
                launch -> launch.jdk().feature() == 17 ? Optional.of("not here") : Optional.empty(), OFFER);
        assertEquals(2, plan.cells().size());
        assertTrue(plan.cells().stream().allMatch(cell -> cell.launch().jdk().feature() == 25));
        assertEquals(
                List.of("not here", "not here"),
                plan.skipped().stream().map(Plan.Skipped::reason).toList());
    }

    @Test
    void whereNothingCanStartTheReasonIsTheError() {
        request.patterns = List.of("offer");
        UserError error = assertThrows(
                UserError.class, () -> request.plan(launch -> Optional.of("not on this JDK (17): why"), OFFER));
        assertEquals("no cell can run: not on this JDK (17): why", error.getMessage());
    }

    @Test
    void parametersAreReplacedWhereABenchmarkHasThem() {
        request.patterns = List.of("match", "offer");
        request.params = Map.of("n", List.of("5", "6", "5"));
        Plan plan = request.plan(LOOKUP, OFFER);
        assertEquals(List.of("n=5", "n=6"), PlannedRequest.rows(plan).subList(4, 6));
        assertEquals(6, plan.cells().size());
    }

    @Test
    void aParameterThatNoneHasIsToldWithThoseTheyHave() {
        request.patterns = List.of("match");
        request.params = Map.of("n", List.of("5"));
        String message =
                assertThrows(UserError.class, () -> request.plan(LOOKUP, OFFER)).getMessage();
        assertTrue(message.startsWith("-p n: "), message);
        assertTrue(message.endsWith("workload, implementation"), message);
    }

    @Test
    void parametersThatLeaveNothingAreToldSo() {
        request.preset = Preset.QUICK;
        request.params = Map.of("workload", List.of("SMALL"));
        String message =
                assertThrows(UserError.class, () -> request.plan(LOOKUP)).getMessage();
        assertTrue(message.contains("drop a -p option"), message);
    }

    @Test
    void theFloorIsMeasuredOnceALaunchAndNeverWeighed() {
        request.patterns = List.of("offer");
        request.profiles = List.of(RunFixtures.PLAIN, RunFixtures.profile("zgc", Collector.ZGC));
        Plan plan = request.plan(FLOOR, OFFER);
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
        assertEquals(List.of(), request.plan(OFFER).weighed());
    }

    @Test
    void theProfilesHeapWinsOverTheWorkloads() {
        request.patterns = List.of("offer");
        Profile small = new Profile(
                "small", "", Collector.G1, Optional.of(64), "jdk", true, List.of(), Map.of(), "small.properties");
        request.profiles = List.of(RunFixtures.PLAIN, small);
        assertEquals(
                List.of(256, 256, 64, 64),
                request.plan(OFFER).cells().stream().map(Cell::heap).toList());
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
        String message =
                assertThrows(UserError.class, () -> request.plan(OFFER)).getMessage();
        Arrays.stream(parts).forEach(part -> assertTrue(message.contains(part), message));
    }
}
