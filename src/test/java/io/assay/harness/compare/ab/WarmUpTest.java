package io.assay.harness.compare.ab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.assay.harness.result.Metric;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    private static Block block(int warmup, String unit, double... scores) {
        Metric metric = new Metric(scores[0], 0, unit, new double[][] {scores});
        return new Block(
                List.of(Arm.HEAD, Arm.BASE), warmup, Map.of(Arm.BASE, metric, Arm.HEAD, metric), Instant.EPOCH, 1);
    }

    private static int after(WarmUp warmup, int blocks, String unit, double... scores) {
        for (int i = 0; i < blocks; i++) {
            warmup.see(block(warmup.iterations(), unit, scores));
        }
        return warmup.iterations();
    }

    @Test
    @DisplayName("Forks that still get faster get twice the warm-up, again and again up to the limit")
    void restless() {
        WarmUp warmup = new WarmUp(6, 20);
        assertEquals(6, after(warmup, 2, "ns/op", 110, 105, 100), "two blocks are too few");
        assertEquals(12, after(warmup, 1, "ns/op", 110, 105, 100));
        assertEquals(20, after(warmup, 3, "ns/op", 110, 105, 100));
        assertEquals(20, after(warmup, 30, "ns/op", 110, 105, 100));
    }

    @Test
    @DisplayName("A rate that rises gets faster, one that falls does not")
    void rates() {
        assertEquals(6, after(new WarmUp(6, 20), 9, "ops/s", 110, 105, 100));
        assertEquals(12, after(new WarmUp(6, 20), 3, "ops/s", 100, 105, 110));
    }

    @Test
    @DisplayName("Steady forks, one restless fork in three, or a single iteration change nothing")
    void steady() {
        assertEquals(6, after(new WarmUp(6, 20), 9, "ns/op", 101, 100, 100));
        assertEquals(6, after(new WarmUp(6, 20), 9, "ns/op", 100));
        WarmUp mixed = new WarmUp(6, 20);
        for (int i = 0; i < 9; i++) {
            mixed.see(block(6, "ns/op", i % 3 == 0 ? 120 : 100, 100, 100));
        }
        assertEquals(6, mixed.iterations());
    }
}
