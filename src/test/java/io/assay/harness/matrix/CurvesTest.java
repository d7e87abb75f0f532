package io.assay.harness.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.result.RowKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Curves are read out of plain tables. */
class CurvesTest {
    private static Cell cell(double time) {
        Figure figure = new Figure(time, time * 0.98, time * 1.02, false);
        return new Cell(Cell.State.OK, "", Map.of(Measure.TIME, figure), 64, 3, Map.of());
    }

    private static MatrixRow row(String name) {
        return new MatrixRow(name, name, "", Map.of());
    }

    private static MatrixColumnHead column(String... params) {
        Map<String, String> named = params.length == 0 ? Map.of("n", "1") : Map.of("n", "1", params[0], params[1]);
        return new MatrixColumnHead("a", new RowKey("x.A.b", "avgt", named), "ms/op", 64);
    }

    private static MatrixTable table(List<MatrixRow> rows, List<MatrixColumnHead> columns, List<List<Cell>> cells) {
        return new MatrixTable(rows, columns, cells, List.of(), List.of(), List.of());
    }

    @Test
    void heapsAreALineAProfile() {
        Cell exhausted = new Cell(Cell.State.OUT_OF_MEMORY, "out of memory: gone", Map.of(), 12, 0, Map.of());
        MatrixTable table = table(
                List.of(
                        row(HeapCurve.name("jdk-g1", 1.2)),
                        row(HeapCurve.name("jdk-g1", 6)),
                        row(HeapCurve.name("jdk-zgc", 1.2))),
                List.of(column()),
                List.of(List.of(cell(9)), List.of(cell(3)), List.of(exhausted)));
        HeapCurve curve = HeapCurve.of(table).get(0);
        assertEquals(
                List.of("jdk-g1", "jdk-zgc"),
                curve.lines().stream().map(HeapCurve.Line::profile).toList());
        assertEquals(
                List.of(1.2, 6.0),
                curve.lines().get(0).points().stream()
                        .map(HeapCurve.Point::multiple)
                        .toList());
        assertEquals(
                Cell.State.OUT_OF_MEMORY,
                curve.lines().get(1).points().get(0).cell().state());
        assertEquals(
                List.of(), HeapCurve.of(table(List.of(row("jdk-g1")), List.of(column()), List.of(List.of(cell(1))))));
        assertFalse(table.failed(), "out of memory is a result");
    }

    @Test
    void threadsAreHeldAgainstLinear() {
        MatrixTable table = table(
                List.of(row("jdk-g1")),
                List.of(column("threads", "4"), column("threads", "1"), column("threads", "2")),
                List.of(List.of(cell(200), cell(100), cell(110))));
        List<ThreadScaling.Point> points =
                ThreadScaling.of(table, 2).get(0).lines().get(0).points();
        assertEquals(
                List.of(1, 2, 4),
                points.stream().map(ThreadScaling.Point::threads).toList());
        assertEquals(1, points.get(0).efficiency(), 1e-9);
        assertEquals(100 / 110.0, points.get(1).efficiency(), 1e-9);
        assertEquals(0.5, points.get(2).efficiency(), 1e-9);
        assertTrue(points.get(2).low() < 0.5 && points.get(2).high() > 0.5);
        assertEquals(
                List.of(false, false, true),
                points.stream().map(ThreadScaling.Point::oversubscribed).toList());
        assertEquals(List.of(), ThreadScaling.of(table(List.of(), List.of(column()), List.of()), 2));
    }

    @Test
    void aThroughputIsThatOfAllThreads() {
        List<MatrixColumnHead> columns = List.of("1", "2").stream()
                .map(n -> new MatrixColumnHead("a", new RowKey("x.A.b", "thrpt", Map.of("threads", n)), "ms/op", 64))
                .toList();
        MatrixTable table = table(List.of(row("jdk-g1")), columns, List.of(List.of(cell(100), cell(50))));
        ThreadScaling.Point two =
                ThreadScaling.of(table, 2).get(0).lines().get(0).points().get(1);
        assertEquals(1, two.efficiency(), 1e-9, "twice as many a second on two threads is linear");
        assertTrue(two.low() < 1 && 1 < two.high() && two.high() < 1.1);
    }

    @Test
    void withoutOneThreadThereIsNothingToHoldAgainst() {
        MatrixTable table = table(List.of(row("jdk-g1")), List.of(column("threads", "2")), List.of(List.of(cell(110))));
        ThreadScaling.Point point =
                ThreadScaling.of(table, 2).get(0).lines().get(0).points().get(0);
        assertTrue(Double.isNaN(point.efficiency()));
    }
}
