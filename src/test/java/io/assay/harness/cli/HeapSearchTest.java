package io.assay.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.assay.harness.matrix.MatrixSelection;
import io.assay.harness.matrix.SmallestHeaps;
import io.assay.harness.result.UserError;
import io.assay.harness.result.environment.JdkFacts;
import io.assay.harness.run.Catalog;
import io.assay.harness.run.HeapProbe;
import io.assay.harness.run.Interruption;
import io.assay.harness.run.Launch;
import io.assay.harness.run.Profile;
import io.assay.harness.run.Profiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which workload's heap is searched. */
class HeapSearchTest {
    private static final MatrixSelection EVERYONE = new MatrixSelection(true, true, List.of(), 0.01, 1);

    private static HeapSearch.Workload workload(Map<String, List<String>> params) {
        try (Interruption interruption = new Interruption()) {
            return new HeapSearch(Catalog.onClassPath(), EVERYONE, new HeapProbe(interruption), line -> {})
                    .workload(List.of("EventsBenchmark"), params);
        }
    }

    @Test
    void valuesThatABenchmarkDoesNotListAreTakenAsARunTakesThem() {
        assertEquals(
                Map.of("implementation", "ASSAY", "n", "1234"),
                workload(Map.of("implementation", List.of("ASSAY"), "n", List.of("1234")))
                        .params());
    }

    @Test
    void oneAtATime() {
        assertThrows(
                UserError.class, () -> workload(Map.of("implementation", List.of("ASSAY"), "n", List.of("1", "2"))));
        assertThrows(UserError.class, () -> workload(Map.of("implementation", List.of("NOBODY"))));
    }

    @Test
    void everyProfileIsRunAtMultiplesOfTheSmallestHeapOfAll() {
        Profiles known = new Profiles(Path.of(""));
        Map<String, HeapProbe.Smallest> smallest = new LinkedHashMap<>();
        smallest.put("jdk-g1", new HeapProbe.Smallest(40, false, Duration.ofMillis(12)));
        smallest.put("jdk-serial", new HeapProbe.Smallest(32, true, Duration.ofMillis(15)));
        HeapSearch.Found found = HeapSearch.found(
                List.of(known.load("jdk-g1"), known.load("jdk-serial")), smallest, 200, Duration.ofSeconds(9));
        assertEquals(Duration.ofMillis(15), found.operation(), "of the slowest");
        assertEquals(
                new SmallestHeaps(Map.of("jdk-g1", 40, "jdk-serial", 32), List.of("jdk-g1"), Duration.ofSeconds(9)),
                found.heaps());
        assertEquals(
                List.of(40, 48, 64, 96, 192, 40, 48, 64, 96, 192),
                found.profiles().stream()
                        .map(profile -> profile.heap().orElseThrow())
                        .toList());
        assertEquals("jdk-g1 at 1.2x", found.profiles().get(0).name());
        HeapSearch.Found withLess =
                HeapSearch.found(List.of(known.load("jdk-g1")), smallest, 100, Duration.ofSeconds(9));
        assertEquals(
                List.of("jdk-g1 at 1.2x", "jdk-g1 at 1.5x", "jdk-g1 at 2.0x", "jdk-g1 at 3.0x"),
                withLess.profiles().stream().map(Profile::name).toList(),
                "as many as the machine has memory for");
        assertThrows(
                UserError.class,
                () -> HeapSearch.found(List.of(known.load("jdk-g1")), smallest, 36, Duration.ofSeconds(9)));
    }

    private static Optional<HeapSearch.Found> found(List<String> told, HeapProbe.Answer... answers) {
        Profiles known = new Profiles(Path.of(""));
        List<Profile> profiles = List.of(known.load("jdk-g1"), known.load("jdk-epsilon"));
        Iterator<HeapProbe.Answer> next = List.of(answers).iterator();
        try (Interruption interruption = new Interruption()) {
            return new HeapSearch(Catalog.onClassPath(), EVERYONE, new HeapProbe(interruption), told::add)
                    .find(
                            Launch.all(
                                    profiles,
                                    List.of(JdkFacts.of(Path.of(System.getProperty("java.home")))
                                            .orElseThrow())),
                            profiles,
                            Duration.ofMinutes(1),
                            (launch, part) -> next.next());
        }
    }

    @Test
    void aProfileWithoutAnAnswerStopsNoOther() {
        HeapProbe.Answer none = new HeapProbe.Answer(Optional.empty(), "no heap is enough");
        HeapProbe.Answer some =
                new HeapProbe.Answer(Optional.of(new HeapProbe.Smallest(32, true, Duration.ofMillis(12))), "");
        List<String> told = new ArrayList<>();
        HeapSearch.Found found = found(told, some, none).orElseThrow();
        assertEquals(Map.of("jdk-g1", 32), found.heaps().smallest());
        assertEquals(2 * 5, found.profiles().size());
        assertEquals("smallest heap under jdk-epsilon: no heap is enough", told.get(3));
        assertEquals(
                "--heap-curve: jdk-g1 no heap is enough; jdk-epsilon no heap is enough",
                assertThrows(UserError.class, () -> found(told, none, none)).getMessage());
    }
}
