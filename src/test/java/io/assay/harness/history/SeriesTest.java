package io.assay.harness.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.result.RowKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeriesTest {
    @Test
    void ofRatesMoreIsBetter() {
        assertTrue(Made.of(Series.SCORE, "ops/s").moreIsBetter());
        assertFalse(Made.of(Series.SCORE, "ns/op").moreIsBetter());
        assertFalse(Made.of("gc.alloc.rate.norm", "B/op").moreIsBetter());
    }

    @Test
    void aNameHasTheMetricUnlessItIsTheScore() {
        RowKey row = new RowKey("a.b.FooBenchmark.bar", "avgt", Map.of("n", "1"));
        assertEquals("FooBenchmark.bar[n=1]", new Series(row, "score", "ns/op", List.of()).name());
        assertEquals("FooBenchmark.bar[n=1] mem.live", new Series(row, "mem.live", "B", List.of()).name());
    }
}
