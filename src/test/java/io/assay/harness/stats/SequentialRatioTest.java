package io.assay.harness.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Forks with known truth, looked at after every block, as {@code ab} does. */
class SequentialRatioTest {
    private static final double ALPHA = 0.01;
    private static final double THRESHOLD = 0.03;
    private static final int MOST = 40;

    /** How the forks of one version vary: the log of a fork's cost. */
    enum ForkNoise {
        CALM {
            @Override
            DoubleSupplier of(Random random) {
                return () -> 0.025 * random.nextGaussian();
            }
        },
        /** Student's t with three degrees of freedom. */
        HEAVY_TAILS {
            @Override
            DoubleSupplier of(Random random) {
                return () -> {
                    double chi = 0;
                    for (int i = 0; i < 3; i++) {
                        double z = random.nextGaussian();
                        chi += z * z;
                    }
                    return 0.025 * random.nextGaussian() / Math.sqrt(chi / 3);
                };
            }
        },
        /** Two groups 10% apart, each as likely as the other. */
        BIMODAL {
            @Override
            DoubleSupplier of(Random random) {
                return () -> (random.nextBoolean() ? 0.1 : 0) + 0.005 * random.nextGaussian();
            }
        },
        /** One fork in eight is 40% slower. */
        RARE_SLOW_FORKS {
            @Override
            DoubleSupplier of(Random random) {
                return () -> (random.nextInt(8) == 0 ? 0.34 : 0) + 0.01 * random.nextGaussian();
            }
        },
        /** The machine becomes slower by 1% each fork; only the order within a block is drawn by lot. */
        DRIFT {
            @Override
            DoubleSupplier of(Random random) {
                double[] now = {0};
                return () -> (now[0] += 0.01) + 0.01 * random.nextGaussian();
            }
        };

        abstract DoubleSupplier of(Random random);
    }

    private record Stop(Verdict verdict, int blocks) {}

    /** Runs a row to its verdict, or to the most blocks; head's forks cost {@code factor} times base's. */
    private static Stop row(Random random, DoubleSupplier noise, double factor, int most) {
        double[] base = new double[most];
        double[] head = new double[most];
        for (int n = 0; n < most; n++) {
            boolean baseFirst = random.nextBoolean();
            double first = Math.exp(noise.getAsDouble());
            double second = Math.exp(noise.getAsDouble());
            base[n] = baseFirst ? first : second;
            head[n] = factor * (baseFirst ? second : first);
            if (n + 1 < SequentialRatio.leastBlocks(ALPHA)) {
                continue;
            }
            Verdict verdict = SequentialRatio.of(Arrays.copyOf(base, n + 1), Arrays.copyOf(head, n + 1), ALPHA)
                    .verdict(THRESHOLD);
            if (verdict != Verdict.CANNOT_TELL) {
                return new Stop(verdict, n + 1);
            }
        }
        return new Stop(Verdict.CANNOT_TELL, most);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("simulation")
    @DisplayName("The same code is called slower in fewer than 1% of rows that are looked at after each of 40 blocks")
    void falseReds(ForkNoise noise) {
        Random random = new Random(20261121);
        int rows = 120;
        int red = 0;
        for (int i = 0; i < rows; i++) {
            red += row(random, noise.of(random), 1, MOST).verdict == Verdict.SLOWER ? 1 : 0;
        }
        // With 1% a row, five or more of 120 would come in 1% of seeds.
        assertTrue(red < 5, red + " of " + rows);
    }

    @Test
    @Tag("simulation")
    @DisplayName("5% slower forks that vary by 2.5% are found within 30 blocks in nine of ten rows")
    void power() {
        Random random = new Random(5);
        int[] blocks = new int[60];
        int red = 0;
        for (int i = 0; i < blocks.length; i++) {
            Stop stop = row(random, ForkNoise.CALM.of(random), 1.05, 60);
            red += stop.verdict == Verdict.SLOWER ? 1 : 0;
            blocks[i] = stop.blocks;
        }
        Arrays.sort(blocks);
        assertTrue(red >= 57, "slower in " + red);
        assertTrue(blocks[53] <= 30, "nine of ten within " + blocks[53]);
        assertTrue(blocks[29] <= 14, "half within " + blocks[29]);
    }

    @Test
    @Tag("simulation")
    @DisplayName("Forks that do not differ and vary by 1.5% are shown to be the same within 30 blocks")
    void same() {
        Random random = new Random(6);
        int same = 0;
        for (int i = 0; i < 40; i++) {
            same += row(random, () -> 0.015 * random.nextGaussian(), 1, 30).verdict == Verdict.SAME ? 1 : 0;
        }
        assertTrue(same >= 36, "same in " + same);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DRIFT")
    @Tag("simulation")
    @DisplayName("The interval holds the truth at all looks together")
    void coverage(ForkNoise noise) {
        Random random = new Random(11);
        double truth = 1.04;
        int missed = 0;
        for (int i = 0; i < 80; i++) {
            DoubleSupplier forks = noise.of(random);
            double[] base = new double[25];
            double[] head = new double[25];
            boolean miss = false;
            for (int n = 0; n < base.length; n++) {
                base[n] = Math.exp(forks.getAsDouble());
                head[n] = truth * Math.exp(forks.getAsDouble());
                Ratio ratio = SequentialRatio.of(Arrays.copyOf(base, n + 1), Arrays.copyOf(head, n + 1), ALPHA)
                        .ratio();
                miss |= ratio.low() > truth || ratio.high() < truth;
            }
            missed += miss ? 1 : 0;
        }
        assertTrue(missed <= 5, "2% promised, missed in " + missed + " of 80");
    }

    @Test
    @Tag("simulation")
    @DisplayName("Four in five rows see 5% within the blocks that were foretold")
    void foretold() {
        Random random = new Random(8);
        for (double noise : new double[] {0.02, 0.03}) {
            int blocks = (int) Math.ceil(SequentialRatio.blocksToSee(0.05, noise * Math.sqrt(2), ALPHA));
            int seen = 0;
            for (int i = 0; i < 60; i++) {
                seen += row(random, () -> noise * random.nextGaussian(), 1.05, blocks).verdict == Verdict.SLOWER
                        ? 1
                        : 0;
            }
            assertTrue(seen >= 42 && seen <= 58, seen + " of 60 within " + blocks + " blocks at " + noise);
            assertEquals(0.046, SequentialRatio.smallestVisible(blocks, noise * Math.sqrt(2), ALPHA), 0.004);
        }
    }

    @Test
    @DisplayName("The smallest change that is seen is the least that was foretold no more blocks")
    void foretoldBothWays() {
        double noise = 0.02 * Math.sqrt(2);
        for (double change : new double[] {0.02, 0.05, 0.1, 0.5}) {
            int blocks = (int) Math.ceil(SequentialRatio.blocksToSee(change, noise, ALPHA));
            double least = SequentialRatio.smallestVisible(blocks, noise, ALPHA);
            assertTrue(least <= change, least + " rather than " + change);
            assertTrue(SequentialRatio.blocksToSee(least, noise, ALPHA) <= blocks, "foretold as many: " + least);
            assertTrue(SequentialRatio.blocksToSee(0.999 * least, noise, ALPHA) > blocks, "none below " + least);
        }
    }

    @Test
    @DisplayName("Larger changes are foretold sooner, noise and certainty cost blocks, and no change is seen at once")
    void whatIsForetold() {
        double noise = 0.02 * Math.sqrt(2);
        for (double change : new double[] {0.02, 0.05, 0.1}) {
            double blocks = SequentialRatio.blocksToSee(change, noise, ALPHA);
            assertTrue(blocks > SequentialRatio.blocksToSee(1.5 * change, noise, ALPHA), "a larger one than " + change);
            assertTrue(blocks < SequentialRatio.blocksToSee(change, 2 * noise, ALPHA), "noise hides " + change);
            assertTrue(blocks < SequentialRatio.blocksToSee(change, noise, ALPHA / 10), "certainty of " + change);
        }
        // A bet wins at most its stake, however large the change.
        int least = SequentialRatio.leastBlocks(ALPHA);
        assertTrue(SequentialRatio.blocksToSee(1, noise, ALPHA) >= least);
        assertTrue(Double.isNaN(SequentialRatio.smallestVisible(least - 1, noise, ALPHA)));
    }

    @Test
    @DisplayName("Base and head exchanged give the inverse; the unit does not matter")
    void mirrored() {
        Random random = new Random(9);
        double[] a = random.doubles(12, 90, 110).toArray();
        double[] b = random.doubles(12, 100, 120).toArray();
        Ratio ratio = SequentialRatio.of(a, b, ALPHA).ratio();
        Ratio back = SequentialRatio.of(b, a, ALPHA).ratio();
        assertEquals(1, ratio.value() * back.value(), 1e-12);
        assertEquals(1, ratio.low() * back.high(), 1e-9);
        assertEquals(1, ratio.high() * back.low(), 1e-9);
        Ratio micros = SequentialRatio.of(times(a, 1e-3), times(b, 1e-3), ALPHA).ratio();
        assertEquals(ratio.low(), micros.low(), 1e-9);
        assertTrue(ratio.low() < ratio.value() && ratio.value() < ratio.high());
        assertEquals(0.98, ratio.level(), 1e-12);
    }

    private static double[] times(double[] values, double factor) {
        return Arrays.stream(values).map(v -> v * factor).toArray();
    }

    @Test
    @DisplayName("Before a bet can have doubled often enough there is no interval, and no verdict however clear")
    void tooFew() {
        int least = SequentialRatio.leastBlocks(ALPHA);
        assertEquals(8, least);
        double[] base = new double[least - 1];
        Arrays.fill(base, 100);
        SequentialRatio.Look look = SequentialRatio.of(base, times(base, 2), ALPHA);
        assertTrue(look.ratio().unknown());
        assertEquals(Verdict.CANNOT_TELL, look.verdict(THRESHOLD));
        double[] more = new double[least + 2];
        Arrays.fill(more, 100);
        assertEquals(
                Verdict.SLOWER, SequentialRatio.of(more, times(more, 2), ALPHA).verdict(THRESHOLD));
        assertEquals(
                Verdict.FASTER,
                SequentialRatio.of(more, times(more, 0.5), ALPHA).verdict(THRESHOLD));
    }

    @Test
    @DisplayName("A change that is sure but below the threshold is not slower")
    void belowTheThreshold() {
        Random random = new Random(12);
        double[] base = new double[60];
        double[] head = new double[60];
        for (int i = 0; i < base.length; i++) {
            base[i] = Math.exp(0.005 * random.nextGaussian());
            head[i] = 1.015 * Math.exp(0.005 * random.nextGaussian());
        }
        SequentialRatio.Look look = SequentialRatio.of(base, head, ALPHA);
        assertTrue(look.ratio().low() > 1, "sure: " + look);
        assertEquals(Verdict.SAME, look.verdict(THRESHOLD));
        assertEquals(Verdict.SLOWER, look.verdict(0.01));
    }

    @Test
    @DisplayName("A head that is far slower in few forks is not the same, though its typical fork is")
    void meanCheck() {
        Random random = new Random(13);
        double[] base = new double[60];
        double[] head = new double[60];
        for (int i = 0; i < base.length; i++) {
            base[i] = Math.exp(0.005 * random.nextGaussian());
            head[i] = (i % 10 == 0 ? 1.6 : 1) * Math.exp(0.005 * random.nextGaussian());
        }
        SequentialRatio.Look look = SequentialRatio.of(base, head, ALPHA);
        assertTrue(look.ratio().value() < 1.01 && look.ratio().high() < 1.03, look.toString());
        assertTrue(look.meanRatio() > 1.04, look.toString());
        assertEquals(Verdict.CANNOT_TELL, look.verdict(THRESHOLD));
    }

    @Test
    @Tag("simulation")
    @DisplayName("A fork that something disturbed costs a few blocks, not the verdict")
    void disturbedForks() {
        Random random = new Random(14);
        int red = 0;
        for (int i = 0; i < 60; i++) {
            red += row(random, () -> (random.nextInt(15) == 0 ? 0.7 : 0) + 0.015 * random.nextGaussian(), 1.05, 40)
                                    .verdict
                            == Verdict.SLOWER
                    ? 1
                    : 0;
        }
        assertTrue(red >= 48, "slower in " + red);
    }

    @Test
    void refuses() {
        double[] two = {1, 2};
        assertThrows(IllegalArgumentException.class, () -> SequentialRatio.of(new double[0], new double[0], ALPHA));
        assertThrows(IllegalArgumentException.class, () -> SequentialRatio.of(two, new double[] {1}, ALPHA));
        assertThrows(IllegalArgumentException.class, () -> SequentialRatio.of(two, new double[] {1, 0}, ALPHA));
        assertThrows(
                IllegalArgumentException.class, () -> SequentialRatio.of(two, new double[] {1, Double.NaN}, ALPHA));
        assertThrows(IllegalArgumentException.class, () -> SequentialRatio.of(two, two, 0));
        assertThrows(IllegalArgumentException.class, () -> SequentialRatio.of(two, two, 0.5));
        assertFalse(SequentialRatio.of(two, two, ALPHA).ratio().value() != 1, "the same costs are the ratio 1");
    }
}
