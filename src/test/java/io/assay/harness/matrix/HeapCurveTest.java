package io.assay.harness.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.result.RowKey;
import io.assay.harness.result.RunFolder;
import io.assay.harness.result.UserError;
import io.assay.harness.run.Selection;
import io.assay.harness.run.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which points a heap curve has, when one is ended, and what the lines say. */
class HeapCurveTest {
    private static final MatrixSelection WORKLOAD = new MatrixSelection(true, true, List.of(), 0.01, 1);

    private static HeapCurveSelection selection(Duration operation) {
        return new HeapCurveSelection(WORKLOAD, operation);
    }

    @Test
    void aBudgetLeavesOutWholeLines() {
        List<Selection.Place> cells = new ArrayList<>();
        for (String profile : List.of("jdk-g1", "jdk-zgc", "jdk-serial")) {
            HeapCurve.MULTIPLES.forEach(
                    multiple -> cells.add(new Selection.Place("events", HeapCurve.name(profile, multiple) + " 17")));
        }
        HeapCurveSelection selection = selection(Duration.ZERO);
        assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), selection.fraction(cells, 14));
        assertEquals(List.of(0, 1, 2, 3, 4), selection.fraction(cells, 9));
        assertEquals(List.of(0, 1, 2, 3, 4), selection.fraction(cells, 1), "one at the least");
        assertEquals(1, selection.leastForks());
        assertFalse(selection.weighs());
    }

    @Test
    void aForkIsEndedAfterTenTimesWhatItTakesWithAmpleHeap() {
        Settings settings = new Settings(5, 5, Duration.ofMillis(500), 5, Duration.ofMillis(500));
        Duration brief = selection(Duration.ZERO).limit(settings).orElseThrow().time();
        assertEquals(Duration.ofMillis(10 * (5_000 + 550)), brief);
        Duration longer =
                selection(Duration.ofSeconds(2)).limit(settings).orElseThrow().time();
        assertEquals(Duration.ofMillis(10 * (20_000 + 550)), longer, "no iteration ends before its operation");
    }

    private static HeapCurve.Point point(double multiple, double time, double cpu) {
        return new HeapCurve.Point(
                multiple,
                new Cell(
                        Cell.State.OK,
                        "",
                        Map.of(
                                Measure.TIME, new Figure(time, time * 0.9, time * 1.2, false),
                                Measure.CPU_TIME, new Figure(cpu, Double.NaN, Double.NaN, false)),
                        64,
                        3,
                        Map.of()));
    }

    private static HeapCurve.Point without(double multiple, Cell.State state) {
        return new HeapCurve.Point(multiple, new Cell(state, state.text(), Map.of(), 64, 0, Map.of()));
    }

    @Test
    void aLineSaysByHowMuchItsCostRises() {
        MatrixColumnHead head = new MatrixColumnHead("events", new RowKey("a.B.c", "avgt", Map.of()), "ms/op", 0);
        HeapCurve curve = new HeapCurve(
                head,
                List.of(
                        new HeapCurve.Line("jdk-g1", List.of(point(1.2, 30, 50), point(2, 20, 25), point(6, 10, 12.5))),
                        new HeapCurve.Line(
                                "jdk-zgc",
                                List.of(
                                        without(1.2, Cell.State.TOO_SLOW),
                                        without(1.5, Cell.State.OUT_OF_MEMORY),
                                        point(2, 20, 60),
                                        point(6, 16, 30))),
                        new HeapCurve.Line("jdk-serial", List.of(without(1.2, Cell.State.NOT_HERE)))));
        assertEquals(
                List.of(
                        "jdk-g1: with 1.2 times the smallest heap an operation takes 3.00 [2.25, 4.00] times as long as with 6.0 times, "
                                + "and 4.00 times the CPU time",
                        "jdk-zgc: with 2.0 times the smallest heap an operation takes 1.25 [0.94, 1.67] times as long as with 6.0 times, "
                                + "and 2.00 times the CPU time (1.2x too slow, 1.5x out of memory)",
                        "jdk-serial: measured with none of the heaps (1.2x n/a)"),
                HeapCurveText.sentences(curve));
    }

    @Test
    void whatTheSearchFoundIsKeptAndReadBack(@TempDir Path temp) throws IOException {
        RunFolder folder = RunFolder.create(temp.resolve("run"));
        assertEquals(Optional.empty(), SmallestHeaps.read(folder));
        Map<String, Integer> heaps = new LinkedHashMap<>();
        heaps.put("jdk-serial", 32);
        heaps.put("jdk-g1", 36);
        SmallestHeaps found = new SmallestHeaps(heaps, List.of("jdk-g1"), Duration.ofMillis(21_500));
        found.writeTo(folder);
        SmallestHeaps read = SmallestHeaps.read(folder).orElseThrow();
        assertEquals(found, read);
        assertEquals(
                "smallest heap that completes, in MiB: jdk-serial 32, jdk-g1 <= 36; the search took 21 s of the budget",
                read.sentence());
        Files.writeString(folder.path().resolve(SmallestHeaps.FILE), "{\"jdk-g1\":36}");
        String told =
                assertThrows(UserError.class, () -> SmallestHeaps.read(folder)).getMessage();
        assertTrue(told.contains(SmallestHeaps.FILE + ": expected \"mebibytes\""), told);
    }
}
