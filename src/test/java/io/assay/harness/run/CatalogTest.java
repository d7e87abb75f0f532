package io.assay.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.result.UserError;
import io.assay.harness.run.planted.LyingBenchmark;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogTest {
    private final Catalog catalog = Catalog.of(List.of(
            RunFixtures.benchmark(Catalog.CALIBRATION),
            RunFixtures.benchmark("io.assay.queue.QueueBenchmark.offer"),
            RunFixtures.benchmark("io.assay.queue.QueueBenchmark.poll"),
            RunFixtures.benchmark("io.assay.router.RouterBenchmark.match")));

    @ParameterizedTest
    @CsvSource({
        "QueueBenchmark, 2",
        "^io\\.assay\\.router\\., 1",
        "offer|match, 2",
        "poll$, 1",
        "., 3",
    })
    void aPatternMatchesAnyPartOfTheFullName(String pattern, int found) {
        assertEquals(found, catalog.matching(List.of(pattern)).size());
    }

    @Test
    void severalPatternsAddUpAndNoneMeansAll() {
        assertEquals(
                List.of("io.assay.queue.QueueBenchmark.poll", "io.assay.router.RouterBenchmark.match"),
                names(catalog.matching(List.of("router", "poll", "poll"))));
        assertEquals(3, catalog.matching(List.of()).size());
    }

    @Test
    void theYardsticksAreNoOnesRows() {
        assertTrue(catalog.all().stream().noneMatch(b -> b.name().equals(Catalog.CALIBRATION)));
        assertEquals(Catalog.CALIBRATION, catalog.calibration().orElseThrow().name());
        assertThrows(UserError.class, () -> catalog.matching(List.of("EmptyBenchmark")));
        assertTrue(Catalog.of(List.of()).calibration().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[a", "*", "a{2", "\\"})
    void aMalformedPatternIsToldInOneLine(String pattern) {
        String message = message(pattern);
        assertTrue(message.startsWith("pattern '" + pattern + "' is no regular expression: "), message);
        assertEquals(1, message.lines().count(), message);
    }

    @ParameterizedTest
    @CsvSource({
        "RuoterBenchmark, io.assay.router.RouterBenchmark.match",
        "ofer, io.assay.queue.QueueBenchmark.offer",
        "QueueBenchmark.pol1, io.assay.queue.QueueBenchmark.poll",
        "ROUTER, io.assay.router.RouterBenchmark.match",
    })
    void noMatchNamesTheNearestFirst(String pattern, String nearest) {
        String message = message(pattern);
        assertTrue(message.startsWith("no benchmark matches '" + pattern + "'; nearest: " + nearest + ", "), message);
    }

    @Test
    void combinationsVaryTheLastParameterFastest() {
        assertEquals(
                List.of(
                        Map.of("a", "1", "b", "x"),
                        Map.of("a", "1", "b", "y"),
                        Map.of("a", "2", "b", "x"),
                        Map.of("a", "2", "b", "y")),
                RunFixtures.benchmark("p.C.m", "a=1,2", "b=x,y").combinations());
        assertEquals(List.of(Map.of()), RunFixtures.benchmark("p.C.m").combinations());
    }

    @ParameterizedTest
    @CsvSource({"io.assay.queue.Q.m, queue", "queue.Q.m, queue", "Q.m, ''", "m, ''"})
    void theFamilyIsThePackagesLastPart(String name, String family) {
        assertEquals(family, RunFixtures.benchmark(name).family());
    }

    @Test
    void headlinesRestrictTheParametersTheyName() {
        Benchmark marked = RunFixtures.benchmark("p.C.m", "a=1,2", "b=x,y")
                .withHeadlines(List.of(Map.of("a", List.of("1"), "b", List.of("x", "y")), Map.of("b", List.of("y"))));
        assertTrue(marked.isHeadline(Map.of("a", "1", "b", "x")));
        assertFalse(marked.isHeadline(Map.of("a", "2", "b", "x")));
        assertTrue(marked.isHeadline(Map.of("a", "2", "b", "y")));
        assertFalse(marked.isHeadline(Map.of("a", "1")), "a combination without the parameter");
        assertFalse(RunFixtures.benchmark("p.C.m").isHeadline(Map.of()));
    }

    @Test
    void aPackageInWhichNothingIsMarkedHasOnlyHeadlines() {
        Benchmark marked = RunFixtures.benchmark("p.C.m", "a=1,2").withHeadlines(List.of(Map.of("a", List.of("1"))));
        List<Benchmark> all = Headlines.withDefaults(
                List.of(marked, RunFixtures.benchmark("p.D.m", "a=1"), RunFixtures.benchmark("q.C.m", "a=1,2")));
        assertEquals(marked, all.get(0));
        assertFalse(all.get(1).isHeadline(Map.of("a", "1")), "its neighbour is marked");
        assertTrue(all.get(2).combinations().stream().allMatch(all.get(2)::isHeadline));
    }

    @Test
    void whatIsOnTheClassPathIsDescribed() {
        Catalog real = Catalog.onClassPath();
        assertTrue(real.calibration().isPresent());
        List<Benchmark> planted = real.matching(List.of("planted\\.LyingBenchmark"));
        assertEquals(1, planted.size());
        Benchmark lying = planted.get(0);
        assertEquals("planted", lying.family());
        assertEquals(256, lying.heap());
        assertEquals(1, lying.threads());
        assertEquals(
                Arrays.stream(LyingBenchmark.Claim.values()).map(Enum::name).toList(),
                lying.params().get("implementation"));
        assertTrue(lying.isHeadline(Map.of("implementation", "HALF")), "nothing is marked in its package");
    }

    @Test
    void threadsAreThoseOfWholeGroupsAndItsOwn() {
        Catalog real = Catalog.onClassPath();
        List<Benchmark> crowd = real.matching(List.of("planted\\.CrowdBenchmark"));
        assertEquals(List.of(5), crowd.stream().map(Benchmark::threads).toList());
        assertTrue(real.multiThreaded().contains(crowd.get(0).name()));
        assertFalse(real.multiThreaded().contains("io.assay.harness.run.planted.LyingBenchmark.parse"));
    }

    private String message(String pattern) {
        return assertThrows(UserError.class, () -> catalog.matching(List.of(pattern)))
                .getMessage();
    }

    private static List<String> names(List<Benchmark> benchmarks) {
        return benchmarks.stream().map(Benchmark::name).toList();
    }
}
