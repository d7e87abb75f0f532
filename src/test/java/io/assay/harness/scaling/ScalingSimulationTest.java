package io.assay.harness.scaling;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.scaling.SimulatedCurve.Trap;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The rates that {@code docs/scaling.md} promises. {@code -Dassay.scaling.times=50} is the long form, and prints its
 * table.
 */
class ScalingSimulationTest {
    private static final int TIMES = Integer.getInteger("assay.scaling.times", 1);
    private static final long SEED = Long.getLong("assay.scaling.seed", 11);

    /** Curves on which the plain rule is known to name the wrong class. */
    enum Known {
        N_LOG_N_AND_OVERHEAD(Set.of("O(n log n)")) {
            @Override
            double cost(double n, double edge) {
                return 2048 + Growth.LINEARITHMIC.at(n);
            }
        },
        TAIL_TO_1024(Set.of("O(n^2)", "undecided")) {
            @Override
            double cost(double n, double edge) {
                return n + n * n / 1000;
            }
        },
        CONSTANT_WITH_STEP(Set.of("O(1)")) {
            @Override
            double cost(double n, double edge) {
                return n > edge ? 30 : 12;
            }
        };

        final Set<String> right;

        Known(Set<String> right) {
            this.right = right;
        }

        abstract double cost(double n, double edge);

        Curve curve(long seed) {
            Random random = new Random(seed);
            random.nextLong();
            double edge = Math.pow(2, 5 + 6 * random.nextDouble());
            double[] n = IntStream.rangeClosed(4, this == TAIL_TO_1024 ? 10 : 12)
                    .mapToDouble(i -> 1 << i)
                    .toArray();
            double[][] forks = Arrays.stream(n)
                    .mapToObj(size -> random.doubles(4)
                            .map(u -> cost(size, edge) * Math.exp(0.03 * random.nextGaussian()))
                            .toArray())
                    .toArray(double[][]::new);
            return new Curve(n, forks, 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whereThePlainRuleIsWrongThisOneIsNot(Known known) {
        int times = 25 * TIMES;
        int right = 0;
        int wrong = 0;
        int plain = 0;
        for (int seed = 0; seed < times; seed++) {
            Curve curve = known.curve(SEED * 1000 + seed);
            ScalingVerdict verdict = Scaling.of(curve);
            right += known.right.contains(verdict.label()) ? 1 : 0;
            wrong += verdict.growth().isPresent() && !known.right.contains(verdict.label()) ? 1 : 0;
            plain += known.right.contains(LeastRms.of(curve).label()) ? 0 : 1;
        }
        String told = known + ": right " + right + ", wrong " + wrong + " of " + times + "; least RMS wrong " + plain;
        if (TIMES > 1) {
            System.out.println(told);
        }
        assertTrue(right >= 0.9 * times && wrong <= 0.01 * times, told);
        assertTrue(plain > 0.05 * times, told);
    }

    @Test
    void nineOfTenAreRightAndOneOfAHundredWrong() {
        Tally tally = Tally.of(TIMES, SEED);
        String table = "seed " + SEED + ", " + TIMES + " times\n" + tally.table();
        if (TIMES > 1) {
            System.out.println(table);
        }
        assertAll(
                () -> assertTrue(tally.right() >= 0.9, table),
                () -> assertTrue(tally.wrong() <= 0.01, table),
                () -> assertTrue(tally.right(Trap.PLAIN) >= 0.95, table),
                () -> assertTrue(tally.right(Trap.OVERHEAD) >= 0.95, table),
                () -> assertTrue(tally.wrong(Trap.PLAIN) == 0, table),
                () -> assertTrue(tally.right(Trap.QUADRATIC_TAIL) >= 0.9, table),
                () -> assertTrue(tally.brokenInVain() <= 0.01, table),
                () -> assertTrue(tally.keptInVain() <= 0.01, table),
                () -> assertTrue(tally.wrongOfLeastRms() > 0.1, "the plain rule is no match: " + table));
    }
}
