package io.assay.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.api.MatrixColumn;
import io.assay.harness.result.UserError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColumnsTest {
    private static final String HERE = ColumnsTest.class.getName();

    /** Called by nobody: read by its annotation. */
    @MatrixColumn(
            value = "rows",
            order = 2,
            where = {"n=5", "implementation=ASSAY"},
            operationMillis = 7)
    public void column() {}

    @Test
    void aColumnIsOneRow() {
        Benchmark benchmark = RunFixtures.benchmark(HERE + ".column", "n=1,5", "implementation=ASSAY,PEER");
        Columns.check(benchmark);
        Columns.Column column = Columns.of(benchmark).orElseThrow();
        assertEquals("rows", column.name());
        assertEquals(7, column.operationMillis());
        assertTrue(column.is(Map.of("n", "5", "implementation", "ASSAY", "threads", "2")));
        assertFalse(column.is(Map.of("n", "1", "implementation", "ASSAY")));
    }

    @Test
    void othersAreNone() {
        assertTrue(Columns.of(RunFixtures.benchmark(HERE + ".othersAreNone")).isEmpty());
    }

    @Test
    void valuesThatTheUserNarrowsAreNoMistake() {
        Benchmark narrowed = RunFixtures.benchmark(HERE + ".column", "n=1,5", "implementation=ASSAY")
                .withParam("n", List.of("1"));
        assertTrue(Columns.of(narrowed).isPresent());
    }

    @Test
    void aRowThatTheBenchmarkHasNotIsToldWhereItStands() {
        Benchmark benchmark = RunFixtures.benchmark(HERE + ".column", "n=1,2", "implementation=ASSAY");
        String told =
                assertThrows(UserError.class, () -> Columns.check(benchmark)).getMessage();
        assertTrue(told.startsWith("@MatrixColumn(where = \"n=5\") on " + HERE + ".column: "), told);
    }

    @Test
    void theProjectsColumnsAreThere() {
        Catalog catalog = Catalog.onClassPath();
        catalog.all().forEach(Columns::check);
        assertEquals(
                List.of("coroutines", "events", "start", "start & stop"),
                catalog.all().stream()
                        .flatMap(benchmark -> Columns.of(benchmark).stream())
                        .sorted(java.util.Comparator.comparingInt(Columns.Column::order))
                        .map(Columns.Column::name)
                        .toList());
        for (Benchmark benchmark : catalog.all()) {
            Columns.of(benchmark)
                    .ifPresent(column -> assertEquals(
                            1,
                            benchmark.combinations().stream().filter(column::is).count(),
                            benchmark::name));
        }
    }
}
