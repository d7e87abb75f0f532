package io.assay.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.assay.harness.matrix.MatrixSelection;
import io.assay.harness.result.UserError;
import io.assay.harness.run.Catalog;
import io.assay.harness.run.HeapProbe;
import io.assay.harness.run.Interruption;
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
}
