package io.assay.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.api.CellRule;
import io.assay.harness.result.Metric;
import io.assay.harness.result.Row;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;

class SizePlanTest {
    private static final String NAME = "x.SetBenchmark.contains";
    private static final Launch LAUNCH = RunFixtures.launch(RunFixtures.PLAIN, 17);

    private static Benchmark benchmark(Optional<CellRule> rule) {
        Map<String, List<String>> params = new LinkedHashMap<>();
        params.put("n", List.of("16", "64"));
        params.put("implementation", List.of("A", "B", "C", "D"));
        return new Benchmark(NAME, Mode.AverageTime, 1, params, 256, 1, rule, List.of());
    }

    private static Catalog catalog(Optional<CellRule> rule) {
        return Catalog.of(List.of(benchmark(rule)), Map.of(NAME, new Complexities.Range("n", 16, 4096)));
    }

    private static Cell cell(String n) {
        return new Cell(NAME, Mode.AverageTime, Map.of("n", n, "implementation", "A"), 256, 1, LAUNCH);
    }

    private static Optional<Row> row(Cell cell) {
        Metric metric = new Metric(1, Double.NaN, "ns/op", new double[][] {{1}});
        return Optional.of(new Row(cell.key(false, false), 1, metric, Map.of(), "17", List.of()));
    }

    private static List<String> next(Catalog catalog, List<Integer> wanted) {
        List<Cell> cells = List.of(cell("16"), cell("64"), cell("256"));
        List<Optional<Row>> rows = List.of(row(cells.get(0)), row(cells.get(1)), Optional.empty());
        return new SizePlan(catalog, (all, param, from, to) -> wanted)
                .next(cells, rows, param -> false).stream()
                        .map(cell -> cell.params().get("n"))
                        .toList();
    }

    @Test
    void whatWasTriedIsNotTriedAgainEvenIfItFailed() {
        assertEquals(List.of(), next(catalog(Optional.empty()), List.of(256)));
        assertEquals(List.of("100"), next(catalog(Optional.empty()), List.of(256, 100, 16, 100)));
    }

    @Test
    void theRuleIsAskedWithTheJdkOfTheForks() {
        CellRule rule = new CellRule() {
            @Override
            public String reasonNotToRun(Map<String, String> params) {
                return null;
            }

            @Override
            public String reasonNotToRun(Map<String, String> params, int feature) {
                return feature == 17 && params.get("n").equals("100") ? "not on 17" : null;
            }
        };
        assertEquals(List.of("200"), next(catalog(Optional.of(rule)), List.of(100, 200)));
    }

    private static Plan planned(Duration budget) {
        RunRequest request = new RunRequest(
                List.of("contains"),
                Preset.QUICK,
                new RunRequest.Overrides(
                        OptionalInt.of(2),
                        OptionalInt.of(1),
                        Optional.of(Duration.ofMillis(225)),
                        OptionalInt.of(1),
                        Optional.of(Duration.ofMillis(225)),
                        Optional.of(budget)),
                Map.of(),
                List.of(RunFixtures.PLAIN),
                List.of(RunFixtures.jdk(17)),
                42);
        return new Planner(catalog(Optional.empty()), launch -> Optional.empty()).planSizes(request);
    }

    @Test
    void noSeriesIsLeftOutForFurtherSizesOfOthers() {
        // A cell is two forks of a second and a weighing of 0.55 s; the floor of the launch is one more.
        Duration all = Duration.ofMillis(2550 * (4 * 6 + 1));
        assertEquals(List.of(), planned(all).skipped());
        assertEquals(6, planned(all.minusMillis(1)).skipped().size());
    }

    @Test
    void aSmallBudgetLeavesOutWholeSeries() {
        Plan plan = planned(Duration.ofSeconds(40));
        Map<String, Integer> sizes = new LinkedHashMap<>();
        plan.cells().forEach(cell -> sizes.merge(cell.params().get("implementation"), 1, Integer::sum));
        assertTrue(!plan.skipped().isEmpty() && sizes.size() < 4, sizes::toString);
        assertTrue(sizes.values().stream().allMatch(count -> count == 6), sizes::toString);
        assertTrue(sizes.containsKey("A"), sizes::toString);
    }

    @Test
    void furtherCellsArePricedWithTheForksThatWeighThem() {
        Settings settings = new Settings(2, 0, Duration.ZERO, 1, Duration.ofMillis(450));
        Plan untimed = new Plan(List.of(cell("16")), List.of(), settings, List.of(), List.of());
        Plan weighed = new Plan(List.of(cell("16")), List.of(), settings, List.of(), List.of(0));
        // A fork is a second; weighing is 0.55 s, for the cell that is there and for each further one.
        assertEquals(5, fitting(untimed, Set.of(), Duration.ofSeconds(10)));
        assertEquals(3, fitting(weighed, Set.of(), Duration.ofSeconds(10)));
        assertEquals(0, fitting(weighed, Set.of(), Duration.ofMillis(500)));
        assertEquals(0, fitting(weighed, Set.of(), Duration.ofSeconds(-3)));
        // Three iterations of 400 ms to warm up.
        assertEquals(2, fitting(untimed, Set.of(NAME), Duration.ofSeconds(10)));
    }

    private static int fitting(Plan plan, Set<String> threaded, Duration left) {
        SeveralThreads threads = new SeveralThreads(threaded, RunRequest.Overrides.NONE, true);
        return SizePlan.fitting(plan, threads, Collections.nCopies(8, cell("64")), left);
    }
}
