package io.assay.harness.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.result.RowKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MatrixNotesTest {
    private static final Map<String, String> ASKED = Map.of("collector", "g1");

    private static Cell cell(double width, Map<String, String> inForce) {
        Figure time = new Figure(100, 100 - 50 * width, 100 + 50 * width, false);
        return new Cell(Cell.State.OK, "", Map.of(Measure.TIME, time), 64, 3, inForce);
    }

    private static MatrixColumnHead column(String name, int heap) {
        return new MatrixColumnHead(name, new RowKey("a.B." + name, "avgt", Map.of()), "ms/op", heap);
    }

    private static List<String> notes(List<String> rows, int heap, List<List<Cell>> cells) {
        return MatrixNotes.of(
                new MatrixTable(
                        rows.stream()
                                .map(name -> new MatrixRow(name, name, "", Map.of()))
                                .toList(),
                        List.of(column("start", heap), column("events", heap)),
                        cells,
                        List.of(),
                        List.of(),
                        List.of()),
                List.of(),
                2);
    }

    @Test
    void cellsThatStayedWideAreNamedByWorkload() {
        List<String> notes = notes(
                List.of("one", "two"),
                64,
                List.of(
                        List.of(cell(0.031, ASKED), cell(0.019, ASKED)),
                        List.of(cell(0.05, ASKED), cell(Double.NaN, ASKED))));
        assertEquals(
                "3 of 4 intervals are wider than 2% from end to end: start under one 3.1%, two 5.0%; events under two unknown",
                notes.get(0));
        assertTrue(notes.get(1).contains("read back inside every fork"), notes.get(1));
    }

    @Test
    void whatOneForkDidNotSayIsNotClaimed() {
        List<String> notes = notes(List.of("one"), 64, List.of(List.of(cell(0.01, ASKED), cell(0.01, Map.of()))));
        assertEquals(List.of("every interval is at most 2% wide from end to end"), notes);
    }

    @Test
    void heapsDifferOnPurposeInACurveAndNowhereElse() {
        List<List<Cell>> cells = List.of(List.of(cell(0.01, ASKED), cell(0.01, ASKED)));
        assertTrue(notes(List.of("one"), 0, cells).get(0).contains("no fair comparison"));
        assertTrue(notes(List.of("one at 1.2x"), 0, cells).stream().noneMatch(note -> note.contains("fair")));
    }
}
