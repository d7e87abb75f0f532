package io.assay.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.result.CellsFile;
import io.assay.harness.result.Metric;
import io.assay.harness.result.Row;
import io.assay.harness.result.RowKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DoneRowsTest {
    private static final CellsFile NOTHING = new CellsFile(Map.of(), List.of(), List.of(), List.of());

    private final DoneRows done = new DoneRows(0.03);

    private static RowKey key(String implementation) {
        return new RowKey("io.assay.x.Benchmark.run", "avgt", Map.of("implementation", implementation));
    }

    private static Row row(String implementation, double... forks) {
        double[][] raw = Arrays.stream(forks).mapToObj(v -> new double[] {v}).toArray(double[][]::new);
        return new Row(
                key(implementation), 1, new Metric(forks[0], Double.NaN, "ns/op", raw), Map.of(), "17.0.1", List.of());
    }

    @Test
    void isAskedOnceARoundFromTheFourthOn() {
        List<Integer> asked = new ArrayList<>();
        for (int fork : new int[] {1, 1, 2, 2, 3, 3, 4, 4, 5, 5}) {
            if (done.beginsRound(fork)) {
                asked.add(fork);
            }
        }
        assertEquals(List.of(4, 5), asked);
    }

    @Test
    void rowsThatComeLaterHaveRoundsOfTheirOwn() {
        for (int fork : new int[] {1, 2, 3, 4, 5}) {
            done.beginsRound(fork);
        }
        done.beginAnew();
        assertFalse(done.beginsRound(3));
        assertTrue(done.beginsRound(4), "a second batch of sizes is judged from its own fourth round on");
    }

    @Test
    void narrowRowsAreDoneAndStaySo() {
        done.judge(
                List.of(row("CALM", 100, 100.2, 100.1), row("PEER", 90, 90.1, 90.2), row("WILD", 100, 170, 130)),
                NOTHING);
        assertTrue(done.contains(key("CALM")));
        assertTrue(done.contains(key("PEER")));
        assertFalse(done.contains(key("WILD")));
        done.judge(List.of(row("CALM", 100, 200, 300), row("WILD", 100, 170, 130)), NOTHING);
        assertTrue(done.contains(key("CALM")));
    }

    @Test
    void rowsWithoutASampleGoOn() {
        done.judge(List.of(row("NAN", Double.NaN, 1, 1), row("ZERO", 0, 0, 0)), NOTHING);
        assertFalse(done.contains(key("NAN")));
        assertFalse(done.contains(key("ZERO")));
    }
}
