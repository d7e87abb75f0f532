package io.assay.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.result.RowKey;
import io.assay.harness.result.UserError;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SelectionPlanTest {
    private static final Settings SECOND = new Settings(5, 5, Duration.ofMillis(100), 5, Duration.ofMillis(100));
    private static final Benchmark BENCHMARK = RunFixtures.benchmark("a.B.c", "n=1,2,3", "implementation=ASSAY,PEER");

    private static final SeveralThreads NO_THREADS = new SeveralThreads(Set.of(), RunRequest.Overrides.NONE, true);

    private record Wanted(List<Integer> threads, Duration operation, int leastForks, boolean weighs)
            implements Selection {
        Wanted(List<Integer> threads, Duration operation) {
            this(threads, operation, 3, true);
        }

        @Override
        public boolean wants(Benchmark benchmark, Map<String, String> params) {
            return "ASSAY".equals(params.get(RowKey.IMPLEMENTATION));
        }

        @Override
        public Duration operation(Benchmark benchmark) {
            return operation;
        }

        @Override
        public List<Integer> fraction(List<Place> cells, int most) {
            return List.of(0, most - 1);
        }

        @Override
        public double precision() {
            return 0.01;
        }

        @Override
        public int forks() {
            return 5;
        }
    }

    private static SelectionPlan plan(Selection selection, Profile... profiles) {
        SelectionPlan plan = new SelectionPlan(selection, SECOND, NO_THREADS);
        for (Profile profile : profiles) {
            plan.add(BENCHMARK, RunFixtures.launch(profile, 17), Optional.empty());
        }
        return plan;
    }

    @Test
    void wantedRowsUnderEveryLaunchAllInterleaved() {
        Plan plan = plan(
                        new Wanted(List.of(), Duration.ZERO),
                        RunFixtures.PLAIN,
                        RunFixtures.profile("other", Collector.SERIAL))
                .plan(Optional.empty(), 1);
        assertEquals(6, plan.cells().size());
        assertEquals(30, plan.order().size());
        assertEquals(
                6,
                plan.order().subList(0, 6).stream()
                        .map(Plan.Fork::cell)
                        .distinct()
                        .count());
        assertEquals(6, plan.weighed().size());
    }

    @Test
    void threadsAreRowsOfTheirOwnInOneHeap() {
        Plan plan = plan(new Wanted(List.of(1, 4), Duration.ZERO), RunFixtures.PLAIN)
                .plan(Optional.empty(), 1);
        assertEquals(6, plan.cells().size());
        assertEquals(
                List.of("1", "4"),
                plan.cells().stream()
                        .map(cell -> cell.key(false, false).params().get(RowKey.THREADS))
                        .distinct()
                        .toList());
        assertTrue(plan.cells().stream().allMatch(cell -> cell.heap() == 4 * 256));
    }

    @Test
    void aBudgetLeavesCellsOutAndSaysSo() {
        // Three cells of three forks, each ten operations of a second: a hundred seconds. Sixty hold one.
        Plan plan = plan(new Wanted(List.of(), Duration.ofSeconds(1)), RunFixtures.PLAIN)
                .plan(Optional.of(Duration.ofSeconds(70)), 1);
        assertEquals(2, plan.cells().size());
        assertEquals(1, plan.skipped().size());
        assertEquals(
                "left out: 70 s hold 2 of 3 cells; a longer --budget holds more",
                plan.skipped().get(0).reason());
        assertEquals(
                3,
                plan(new Wanted(List.of(), Duration.ofSeconds(1)), RunFixtures.PLAIN)
                        .plan(Optional.of(Duration.ofSeconds(100)), 1)
                        .cells()
                        .size());
    }

    @Test
    void aBudgetShortensForksBeforeItLeavesCellsOut() {
        // Three cells of three forks of 1.55 s, and what weighs: some 16 s in full.
        Plan plan = plan(new Wanted(List.of(), Duration.ZERO), RunFixtures.PLAIN)
                .plan(Optional.of(Duration.ofSeconds(12)), 1);
        assertEquals(3, plan.cells().size());
        assertTrue(plan.settings().time().compareTo(SECOND.time()) < 0);
        assertEquals(5, plan.settings().forks());
    }

    @Test
    void forksOfSeveralThreadsArePricedAtTheirLength() {
        // At a third: three forks and one that weighs are 3.2 s of one thread, and 9.4 s or more of two.
        Duration each = Duration.ofSeconds(13);
        Wanted alone = new Wanted(List.of(1), Duration.ZERO);
        assertEquals(
                List.of(),
                plan(alone, RunFixtures.PLAIN).plan(Optional.of(each), 1).skipped());
        Wanted both = new Wanted(List.of(2), Duration.ZERO);
        assertEquals(
                2,
                plan(both, RunFixtures.PLAIN)
                        .plan(Optional.of(each), 1)
                        .skipped()
                        .size());
    }

    @Test
    void whereOneForkIsEnoughCellsStayLonger() {
        // Of an operation of a second a fork takes ten at any length: three cells of one fork are 32 seconds.
        Plan plan = plan(new Wanted(List.of(), Duration.ofSeconds(1), 1, false), RunFixtures.PLAIN)
                .plan(Optional.of(Duration.ofSeconds(33)), 1);
        assertEquals(3, plan.cells().size());
        assertEquals(List.of(), plan.weighed());
        assertEquals(5, plan.settings().forks(), "more where the clock allows it");
        assertEquals(
                2,
                plan(new Wanted(List.of(), Duration.ofSeconds(1), 1, false), RunFixtures.PLAIN)
                        .plan(Optional.of(Duration.ofSeconds(31)), 1)
                        .cells()
                        .size());
    }

    @Test
    void aHeapForMoreThreadsThanTheMachineHasMemoryForIsRefused() {
        Wanted many = new Wanted(List.of(1, 1 << 20), Duration.ZERO);
        UserError error = assertThrows(UserError.class, () -> plan(many, RunFixtures.PLAIN));
        assertTrue(
                error.getMessage().startsWith("--threads 1048576: a.B.c needs a heap of 268435456 MiB"),
                error::getMessage);
        Profile own = RunFixtures.PLAIN.withHeap("own", 64);
        assertEquals(
                List.of(64),
                plan(many, own).plan(Optional.empty(), 1).cells().stream()
                        .map(Cell::heap)
                        .distinct()
                        .toList(),
                "the profile's own heap is that of every number of threads");
    }

    @Test
    void whatCannotStartIsSkippedWithItsReason() {
        SelectionPlan plan = plan(new Wanted(List.of(), Duration.ZERO), RunFixtures.PLAIN);
        plan.add(
                BENCHMARK,
                RunFixtures.launch(RunFixtures.profile("zgc", Collector.ZGC_GENERATIONAL), 17),
                Optional.of("not on this JDK"));
        assertEquals(3, plan.plan(Optional.empty(), 1).skipped().size());
        SelectionPlan none = new SelectionPlan(new Wanted(List.of(), Duration.ZERO), SECOND, NO_THREADS);
        assertTrue(assertThrows(UserError.class, () -> none.plan(Optional.empty(), 1))
                .getMessage()
                .contains("name benchmarks"));
    }
}
