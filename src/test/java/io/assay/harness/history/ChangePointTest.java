package io.assay.harness.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.assay.harness.stats.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangePointTest {
    private static Point of(String commit) {
        return new Point(Made.run(1, 1, commit), List.of(), Map.of());
    }

    private static ChangePoint change(double ratio, double chance) {
        String hash = "0123456789abcdef0123456789abcdef01234567";
        return new ChangePoint(of("unknown"), of("middle"), of(hash), ratio, ratio, ratio, chance, 5, 5);
    }

    @Test
    void aRatioAboveOneIsSlower() {
        assertEquals(Verdict.SLOWER, change(1.01, 0).verdict());
        assertEquals(Verdict.FASTER, change(0.99, 0).verdict());
    }

    @Test
    void confidenceIsWhatChanceLeaves() {
        assertEquals(0.75, change(1.1, 0.25).confidence());
    }

    @Test
    void theRangeIsFromTheLastOldCommitToTheFirstNewOne() {
        assertEquals("unknown..0123456789", change(1.1, 0).commits());
    }
}
