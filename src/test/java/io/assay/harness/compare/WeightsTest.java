package io.assay.harness.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.assay.harness.result.Metric;
import io.assay.harness.result.Row;
import io.assay.harness.result.RowKey;
import io.assay.harness.stats.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes before and behind. */
class WeightsTest {
    private static final String BYTES = Metrics.ALLOCATION;

    private static ComparedRow judged(String name, Metric base, Metric head) {
        RowKey key = new RowKey("b.C.m", "avgt", Map.of());
        Row row = new Row(key, 1, base, Map.of(), "17", List.of());
        return Weights.judged(new Candidate(
                new Pairing.Pair(row, row, Optional.empty(), List.of()),
                name,
                base,
                head,
                0.001,
                ComparedRow.Role.GATING));
    }

    private static Metric bytes(double[]... raw) {
        return new Metric(7, Double.NaN, "B/op", raw);
    }

    private static Metric forks(double... values) {
        return bytes(
                java.util.Arrays.stream(values).mapToObj(v -> new double[] {v}).toArray(double[][]::new));
    }

    @Test
    void otherUnitsAreRefused() {
        ComparedRow row = judged(BYTES, forks(1, 1), new Metric(1, Double.NaN, "kB/op", new double[][] {{1}, {1}}));
        assertEquals(Verdict.UNUSABLE, row.verdict());
        assertEquals(List.of("UNITS: B/op and kB/op are not the same"), row.warnings());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.POSITIVE_INFINITY, Double.NaN})
    void whatIsNoNumberOfBytesIsRefused(double value) {
        Metric bad = bytes(new double[] {1, 1}, new double[] {1, value});
        for (ComparedRow row : List.of(judged(BYTES, bad, forks(1, 1)), judged(BYTES, forks(1, 1), bad))) {
            assertEquals(Verdict.UNUSABLE, row.verdict());
            assertEquals(List.of("NO_FIGURES: a value that is no number of bytes"), row.warnings());
        }
    }

    @Test
    void noForksAreRefused() {
        Metric none = new Metric(Double.NaN, Double.NaN, "B/op", new double[0][]);
        assertEquals(Verdict.UNUSABLE, judged(BYTES, none, forks(1, 1)).verdict());
    }

    @Test
    void noBytesAreANumberOfBytes() {
        ComparedRow row = judged(BYTES, forks(0, 0, 0), forks(0, 0, 0));
        assertEquals(Verdict.SAME, row.verdict());
        assertEquals(0, row.base());
    }

    @Test
    void anAllocationIsAForksMedianAndAFootprintItsGreatest() {
        double mib = 1 << 20;
        double[] warming = {90 * mib, 40 * mib, 40 * mib};
        double[] calm = {40 * mib, 40 * mib, 40 * mib};
        Metric base = bytes(calm, calm, calm);
        Metric head = bytes(warming, warming, warming);
        assertEquals(Verdict.SAME, judged(BYTES, base, head).verdict());
        assertEquals(40 * mib, judged(BYTES, base, head).head());
        for (String footprint : List.of(Metrics.LIVE_MEMORY, Metrics.PEAK_MEMORY)) {
            assertEquals(Verdict.SLOWER, judged(footprint, base, head).verdict());
            assertEquals(90 * mib, judged(footprint, base, head).head());
        }
    }

    @Test
    void scoresAreMediansOfForksThatAgreeAndMeansOfThoseThatDoNot() {
        ComparedRow exact = judged(BYTES, forks(48, 48, 48.4), forks(56, 56.4, 56));
        assertEquals(48, exact.base());
        assertEquals(56, exact.head());
        ComparedRow noisy = judged(BYTES, forks(40, 80, 90), forks(100, 200, 600));
        assertEquals(70, noisy.base());
        assertEquals(300, noisy.head());
    }
}
