package io.assay.harness.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.run.Selection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FractionTest {
    private static final List<Selection.Place> CELLS = new ArrayList<>();

    static {
        for (int row = 0; row < 4; row++) {
            for (int launch = 0; launch < 5; launch++) {
                CELLS.add(new Selection.Place("row " + row, "launch " + launch));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 7, 10, 13, 19, 20, 30})
    void everyWorkloadAndEveryProfileIsThereAboutEquallyOften(int most) {
        List<Integer> chosen = Fraction.of(CELLS, most, 42);
        assertEquals(Math.min(most, 20), new HashSet<>(chosen).size());
        assertEquals(chosen.stream().sorted().toList(), chosen);
        assertTrue(spread(chosen, Selection.Place::row, 4) <= 2);
        assertTrue(spread(chosen, Selection.Place::launch, 5) <= 2);
    }

    @Test
    void whatIsChosenHangsTogether() {
        for (int seed = 0; seed < 20; seed++) {
            List<Integer> left = new ArrayList<>(Fraction.of(CELLS, 8, seed));
            List<Integer> linked = new ArrayList<>(List.of(left.remove(0)));
            boolean grew = true;
            while (grew) {
                grew = left.stream()
                        .filter(i -> linked.stream()
                                .anyMatch(other -> CELLS.get(i)
                                                .row()
                                                .equals(CELLS.get(other).row())
                                        || CELLS.get(i)
                                                .launch()
                                                .equals(CELLS.get(other).launch())))
                        .findFirst()
                        .map(i -> left.remove(i) && linked.add(i))
                        .orElse(false);
            }
            assertEquals(List.of(), left, "seed " + seed);
        }
    }

    @Test
    void theSeedAloneDecides() {
        assertEquals(Fraction.of(CELLS, 9, 1), Fraction.of(CELLS, 9, 1));
        assertNotEquals(Fraction.of(CELLS, 9, 1), Fraction.of(CELLS, 9, 2));
    }

    private static long spread(List<Integer> chosen, Function<Selection.Place, String> name, int all) {
        LongSummaryStatistics counts = chosen.stream()
                .collect(Collectors.groupingBy(i -> name.apply(CELLS.get(i)), Collectors.counting()))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .summaryStatistics();
        return counts.getMax() - (counts.getCount() < all ? 0 : counts.getMin());
    }

    @Test
    void aCurveOverThreadsKeepsWholeLines() {
        List<Selection.Place> cells = new ArrayList<>();
        for (String launch : List.of("jdk-g1 17", "jdk-parallel 17")) {
            for (int threads : new int[] {1, 2, 4, 8}) {
                cells.add(new Selection.Place("Loop.run[n=1,threads=" + threads + "]", launch));
            }
        }
        MatrixSelection selection = new MatrixSelection(true, true, List.of(1, 2, 4, 8), 0.01, 3);
        assertEquals(List.of(0, 1, 2, 3), selection.fraction(cells, 7), "what is held against one thread has it");
        assertEquals(List.of(0, 1, 2, 3), selection.fraction(cells, 1), "one line at the least");
        assertEquals(8, selection.fraction(cells, 8).size());
        assertEquals(1, selection.leastForks());
        assertEquals(3, new MatrixSelection(true, true, List.of(), 0.01, 3).leastForks());
    }
}
