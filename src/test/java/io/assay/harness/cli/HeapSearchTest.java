package io.assay.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.assay.harness.matrix.MatrixSelection;
import io.assay.harness.matrix.SmallestHeaps;
import io.assay.harness.result.UserError;
import io.assay.harness.run.Catalog;
import io.assay.harness.run.HeapProbe;
import io.assay.harness.run.Interruption;
import io.assay.harness.run.Profiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
                List.of(known.load("jdk-g1"), known.load("jdk-serial")), smallest, Duration.ofSeconds(9));
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
        assertThrows(UserError.class, () -> HeapSearch.found(List.of(known.load("jdk-g1")), Map.of(), Duration.ZERO));
    }
}
