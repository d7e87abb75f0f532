package io.assay.harness.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The look at blocks, against the same bets placed one after the other. */
class SequentialFormulaTest {
    private static final double ALPHA = 0.01;
    private static final double[] SHIFTS = {0.3, 0.6, 1.0, 1.6};

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(v -> v).sorted().toArray();
        int n = sorted.length;
        return (sorted[n / 2] + sorted[(n - 1) / 2]) / 2;
    }

    /** The deviation that the first so many blocks show, and the typical one that weighs as much as three. */
    private static double deviation(double[] x, int blocks) {
        List<Double> distances = new ArrayList<>();
        for (int i = 0; i < blocks; i++) {
            for (int j = 0; j < i; j++) distances.add(Math.abs(x[i] - x[j]));
        }
        double own = distances.isEmpty() ? 0 : median(distances) / 0.9539;
        int weight = Math.max(0, blocks - 1);
        return Math.sqrt((3 * 0.05 * 0.05 + weight * own * own) / (3 + weight));
    }

    /** What 1 has become, split over four bettors, of whom each stakes on the centre's being above (1) or below (-1) m. */
    private static double wealth(double[] x, double m, int side) {
        double all = 0;
        for (double shift : SHIFTS) {
            double own = 0.25;
            for (int i = 0; i < x.length; i++) {
                own *= 1 + 0.85 * Math.tanh(side * shift * (x[i] - m) / deviation(x, i));
            }
            all += own;
        }
        return all;
    }

    private static SequentialRatio.Look look(double[] x) {
        double[] base = new double[x.length];
        Arrays.fill(base, 3);
        return SequentialRatio.of(
                base, DoubleStream.of(x).map(log -> 3 * Math.exp(log)).toArray(), ALPHA);
    }

    private static double[] blocks(int count, double centre, double deviation) {
        return new Random(count)
                .doubles(count)
                .map(u -> centre + deviation * (2 * u - 1))
                .toArray();
    }

    @Test
    void theEndsAreWhereABetWouldHaveMadeEnough() {
        for (int count : new int[] {9, 20, 41, 64, 65, 130}) {
            double[] x = blocks(count, 0.1, 0.08);
            Ratio ratio = look(x).ratio();
            assertEquals(1, ALPHA * wealth(x, Math.log(ratio.low()), 1), 1e-8, () -> count + " blocks");
            assertEquals(1, ALPHA * wealth(x, Math.log(ratio.high()), -1), 1e-8, () -> count + " blocks");
            assertTrue(ratio.low() < ratio.value() && ratio.value() < ratio.high());
            assertEquals(1 - 2 * ALPHA, ratio.level());
            assertEquals(count, ratio.forks());
            assertEquals(count, ratio.otherForks());
        }
    }

    @Test
    void theValueIsTheMedianOfThePairwiseMeans() {
        for (int count : new int[] {1, 2, 5, 10}) {
            double[] x = blocks(count, -0.2, 0.05);
            x[0] += 3;
            List<Double> means = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                for (int j = 0; j <= i; j++) means.add((x[i] + x[j]) / 2);
            }
            SequentialRatio.Look look = look(x);
            assertEquals(Math.exp(median(means)), look.ratio().value(), 1e-9, () -> count + " blocks");
            double mean = DoubleStream.of(x).average().orElseThrow();
            assertEquals(Math.exp(mean), look.meanRatio(), 1e-9);
            assertEquals(deviation(x, count), look.deviation(), 1e-12);
        }
    }

    @Test
    void tooFewBlocksHaveNoEnds() {
        int least = SequentialRatio.leastBlocks(ALPHA);
        assertEquals(8, least, "1.85^8 is 137, 1.85^7 is 74");
        double[] far = new double[least];
        Arrays.fill(far, 5);
        assertTrue(look(far).ratio().low() > 1);
        assertTrue(look(Arrays.copyOf(far, least - 1)).ratio().unknown());
    }

    /** What the best bet gains a block, by ten thousand normal quantiles instead of a sum over a grid. */
    @ParameterizedTest
    @CsvSource({"0.05, 0.05", "0.02, 0.04", "0.5, 0.1", "0.01, 0.05"})
    void blocksThatItTakes(double change, double deviation) {
        double shift = Math.log(1 + change) / deviation;
        double growth = new Random(1)
                .doubles(200_000)
                .map(u -> org.apache.commons.statistics.distribution.NormalDistribution.of(shift, 1)
                        .inverseCumulativeProbability(u))
                .map(y -> Math.log(1 + 0.85 * Math.tanh(shift * y)))
                .average()
                .orElseThrow();
        double blocks = 1.2 * Math.log(4 / ALPHA) / growth;
        assertEquals(1, SequentialRatio.blocksToSee(change, deviation, ALPHA) / blocks, 0.03);
    }

    @Test
    void theSmallestVisibleIsWhatTheBlocksWouldSee() {
        double visible = SequentialRatio.smallestVisible(30, 0.05, ALPHA);
        assertEquals(30, SequentialRatio.blocksToSee(visible, 0.05, ALPHA), 1e-6);
        assertEquals(Double.NaN, SequentialRatio.smallestVisible(5, 0.05, ALPHA));
        double asManyAsADoubling = SequentialRatio.blocksToSee(1, 20, ALPHA);
        int blocks = (int) Math.ceil(asManyAsADoubling);
        assertTrue(SequentialRatio.smallestVisible(blocks, 20, ALPHA) > 0.9);
        assertEquals(Double.NaN, SequentialRatio.smallestVisible(blocks - 1, 20, ALPHA));
    }

    @ParameterizedTest
    @CsvSource({
        // low, value, high, mean of the ratios; at a threshold of a half
        "1.01, 1.50, 2.00, 1.5, SLOWER",
        "1.00, 1.50, 2.00, 1.5, CANNOT_TELL",
        "1.01, 1.49, 2.00, 1.5, CANNOT_TELL",
        "0.40, 0.6666666666666666, 0.99, 0.6, FASTER",
        "0.40, 0.6666666666666666, 1.00, 0.6, CANNOT_TELL",
        "0.40, 0.67, 0.99, 0.6, CANNOT_TELL",
        "0.67, 1.00, 1.49, 1.0, SAME",
        "0.6666666666666666, 1.00, 1.49, 1.0, CANNOT_TELL",
        "0.67, 1.00, 1.50, 1.0, CANNOT_TELL",
        "0.67, 1.00, 1.49, 1.5, CANNOT_TELL",
        "0.67, 1.00, 1.49, 0.6666666666666666, CANNOT_TELL",
        "0.67, 1.00, 1.49, 1.4, SAME",
        "0.67, 1.00, 1.49, 0.7, SAME",
        "NaN, 1.00, 1.49, 1.0, CANNOT_TELL",
        "0.67, 1.00, NaN, 1.0, CANNOT_TELL"
    })
    void whatCanBeSaid(double low, double value, double high, double mean, Verdict verdict) {
        Ratio ratio = new Ratio(value, low, high, 0.98, 9, 9, SequentialRatio.METHOD);
        assertEquals(verdict, new SequentialRatio.Look(ratio, mean, 0.05).verdict(0.5));
    }

    @Test
    void whatIsNoBlockIsRefused() {
        double[] one = {1};
        double[] none = {};
        assertThrows(IllegalArgumentException.class, () -> SequentialRatio.of(none, none, ALPHA));
        assertThrows(IllegalArgumentException.class, () -> SequentialRatio.of(one, new double[2], ALPHA));
        assertThrows(IllegalArgumentException.class, () -> SequentialRatio.of(one, new double[] {0}, ALPHA));
        assertThrows(IllegalArgumentException.class, () -> SequentialRatio.of(one, one, 0));
        assertThrows(IllegalArgumentException.class, () -> SequentialRatio.of(one, one, 0.5));
    }
}
