package io.assay.harness.compare.ab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.result.Metric;
import io.assay.harness.result.RowKey;
import io.assay.harness.run.host.HostRow;
import io.assay.harness.stats.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private static Trial trial(String name) {
        HostRow row = new HostRow("a.B." + name, "avgt", Map.of(), 256, 1, List.of(), false, "");
        return new Trial(new RowKey(row.benchmark(), "avgt", Map.of()), row, new WarmUp(1, 1), 0.01, 0.03);
    }

    private static void add(Trial trial, double base, double head) {
        Map<Arm, Metric> metrics = new EnumMap<>(Arm.class);
        metrics.put(Arm.BASE, new Metric(base, 0, "ns/op", new double[][] {{base}}));
        metrics.put(Arm.HEAD, new Metric(head, 0, "ns/op", new double[][] {{head}}));
        trial.add(new Block(List.of(Arm.BASE, Arm.HEAD), 1, metrics, Instant.EPOCH, 1));
    }

    @Test
    @DisplayName("Every row in the first rounds, then the changed ones each time and the calm ones each third")
    void suspectsGetMore() {
        Trial calm = trial("calm");
        Trial changed = trial("changed");
        Rounds rounds = new Rounds(1, 2);
        int calmBlocks = 0;
        int changedBlocks = 0;
        for (int round = 0; round < 11; round++) {
            for (Trial next : rounds.next(List.of(calm, changed), 1000)) {
                calmBlocks += next == calm ? 1 : 0;
                changedBlocks += next == changed ? 1 : 0;
                // Now slower, now faster, so that neither gets a verdict; the median stays above the threshold.
                double ratio = round % 2 == 0 ? 1.35 : 0.95;
                double wobble = round % 2 == 0 ? 30 : -20;
                add(next, 100 + wobble, (100 + wobble) * (next == calm ? 1 : ratio));
            }
        }
        assertTrue(changed.open() && calm.open());
        assertEquals(11, changedBlocks);
        assertEquals(2 + 3, calmBlocks, "rounds 1 and 2, then 3, 6 and 9");
    }

    @Test
    @DisplayName("Rows with a verdict, failed rows and rows with the most blocks are left alone")
    void done() {
        Trial sure = trial("sure");
        Trial failed = trial("failed");
        failed.fail(Arm.HEAD, "cause");
        Trial full = trial("full");
        for (int i = 0; i < 9; i++) {
            add(sure, 100, 150);
        }
        add(full, 100, 101);
        assertEquals(Verdict.SLOWER, sure.verdict(Arm.HEAD));
        assertEquals(Verdict.UNUSABLE, failed.verdict(Arm.HEAD));
        assertEquals(List.of(), new Rounds(1, 5).next(List.of(sure, failed, full), 1));
    }

    @Test
    @DisplayName("The order of a block is drawn by lot, from the seed")
    void order() {
        Set<List<Arm>> orders = new HashSet<>();
        List<List<Arm>> once = new ArrayList<>();
        List<List<Arm>> again = new ArrayList<>();
        Rounds first = new Rounds(7, 1);
        Rounds second = new Rounds(7, 1);
        for (int i = 0; i < 60; i++) {
            once.add(first.order(true));
            again.add(second.order(true));
        }
        orders.addAll(once);
        assertEquals(6, orders.size(), "all orders of three");
        assertEquals(once, again);
        assertEquals(2, new Rounds(7, 1).order(false).size());
    }
}
