package io.assay.harness.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.stats.SimulatedSuite.Forks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictsTest {
    private static final Simulated RANDOM_FREE = new Simulated(0);

    private static List<Verdicts.Pair> suite(long seed, double factor) {
        return SimulatedSuite.pairs(new Simulated(seed), Forks.NORMAL, 60, 5, factor);
    }

    private static Verdicts.Pair pair(Sample base, Sample head) {
        return new Verdicts.Pair(base, head, Verdicts.THRESHOLD);
    }

    private static Change one(Sample base, Sample head) {
        return Verdicts.of(List.of(pair(base, head))).rows().get(0);
    }

    @Test
    void exchangingTheSidesMirrorsEveryVerdict() {
        List<Verdicts.Pair> pairs = suite(1, 1.06);
        List<Change> there = Verdicts.of(pairs).rows();
        List<Change> back = Verdicts.of(pairs.stream()
                        .map(pair -> new Verdicts.Pair(pair.head(), pair.base(), pair.threshold()))
                        .toList())
                .rows();
        assertTrue(there.stream().anyMatch(change -> change.verdict() == Verdict.SLOWER));
        for (int row = 0; row < there.size(); row++) {
            assertEquals(mirror(there.get(row).verdict()), back.get(row).verdict());
            assertEquals(
                    1 / there.get(row).ratio().high(), back.get(row).ratio().low(), 1e-9);
        }
    }

    private static Verdict mirror(Verdict verdict) {
        return verdict == Verdict.SLOWER ? Verdict.FASTER : verdict == Verdict.FASTER ? Verdict.SLOWER : verdict;
    }

    @Test
    void neitherUnitNorOrderOfForksOrRowsMatters() {
        List<Verdicts.Pair> pairs = suite(2, 1.05);
        List<Change> before = Verdicts.of(pairs).rows();
        List<Verdicts.Pair> turned = new ArrayList<>();
        for (Verdicts.Pair pair : pairs) {
            turned.add(0, pair(turned(pair.base(), 1e6), turned(pair.head(), 1e6)));
        }
        List<Change> after = new ArrayList<>(Verdicts.of(turned).rows());
        Collections.reverse(after);
        for (int row = 0; row < before.size(); row++) {
            assertEquals(before.get(row).verdict(), after.get(row).verdict());
            assertEquals(before.get(row).ratio().low(), after.get(row).ratio().low(), 1e-9);
            assertEquals(before.get(row).forksForFivePercent(), after.get(row).forksForFivePercent());
        }
    }

    private static Sample turned(Sample sample, double unit) {
        List<double[]> forks =
                new ArrayList<>(List.of(Simulated.forksTimes(sample, unit).forks()));
        Collections.shuffle(forks, new Random(9));
        return new Sample(forks.toArray(double[][]::new));
    }

    @Test
    void theIntervalAgreesWithTheVerdict() {
        for (double factor : new double[] {0.9, 0.97, 1, 1.03, 1.1}) {
            for (Change change : Verdicts.of(suite(3, factor)).rows()) {
                Ratio ratio = change.ratio();
                switch (change.verdict()) {
                    case SLOWER -> assertTrue(ratio.low() > 1 && ratio.value() >= 1.03);
                    case FASTER -> assertTrue(ratio.high() < 1 && ratio.value() <= 1 / 1.03);
                    case SAME -> assertTrue(ratio.low() > 1 / 1.03 && ratio.high() < 1.03);
                    default -> assertTrue(ratio.low() < ratio.value() && ratio.value() < ratio.high());
                }
            }
        }
    }

    @Test
    void neverJudgesSingleForks() {
        Sample single = new Sample(new double[][] {{1, 1, 1, 1, 1}});
        Sample five = Simulated.forksTimes(new Simulated(4).sample(2, 5, 5, 0.001, 0.001), 1);
        for (Change change : List.of(one(single, five), one(five, single), one(single, single))) {
            assertEquals(Verdict.CANNOT_TELL, change.verdict());
            assertTrue(change.ratio().unknown());
            assertTrue(Double.isNaN(change.smallestVisible()));
            assertEquals(Warning.Kind.TOO_FEW_FORKS, change.warnings().get(0).kind());
        }
        assertEquals(0, Verdicts.of(List.of(pair(single, single))).anyFalseRed());
    }

    @Test
    void singleForksTeachTheOtherRowsNothing() {
        List<Verdicts.Pair> pairs = new ArrayList<>(suite(5, 1.05));
        Verdicts.Changes before = Verdicts.of(pairs);
        Sample single = new Sample(new double[][] {{1, 50, 3}});
        pairs.add(pair(single, single));
        Verdicts.Changes after = Verdicts.of(pairs);
        assertEquals(before.rows(), after.rows().subList(0, before.rows().size()));
        assertEquals(before.anyFalseRed(), after.anyFalseRed());
    }

    @Test
    void anEmptyListIsNoRow() {
        Verdicts.Changes none = Verdicts.of(List.of());
        assertTrue(none.rows().isEmpty());
        assertEquals(0, none.anyFalseRed());
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 20, 60, 586})
    void printsTheChanceOfAnyFalseRed(double rows) {
        Verdicts.Changes changes = Verdicts.of(SimulatedSuite.pairs(new Simulated(6), Forks.NORMAL, (int) rows, 5, 1));
        assertEquals(1 - Math.pow(1 - Verdicts.FALSE_RED, rows), changes.anyFalseRed(), 1e-9);
        assertTrue(changes.anyFalseCertain() <= Verdicts.ANY_FALSE_RED + 1e-9);
        assertEquals(changes.rows().size(), changes.certain().size());
    }

    @Test
    void certainRowsAreFewerAndLargeChangesCertain() {
        Verdicts.Changes changes = Verdicts.of(SimulatedSuite.pairs(new Simulated(7), Forks.NORMAL, 400, 5, 1.06));
        int certain = 0;
        for (int row = 0; row < 400; row++) {
            boolean changed = changes.rows().get(row).verdict() == Verdict.SLOWER
                    || changes.rows().get(row).verdict() == Verdict.FASTER;
            assertTrue(changed || !changes.certain().get(row));
            certain += changes.certain().get(row) ? 1 : 0;
        }
        long slower = changes.rows().stream()
                .filter(row -> row.verdict() == Verdict.SLOWER)
                .count();
        assertTrue(certain > 50 && certain < slower, certain + " of " + slower);
    }

    @Test
    void aSlowTailIsFoundByTheMean() {
        Sample base = RANDOM_FREE.sample(1, 5, 5, 0.003, 0.003);
        Sample head = Simulated.shaped(RANDOM_FREE.sample(1, 5, 5, 0.003, 0.003), 1, 1, 1, 1, 2);
        Change change = one(base, head);
        assertEquals(Verdict.SLOWER, change.verdict());
        assertTrue(change.ratio().low() > 1 && change.ratio().value() > 1.15);
        assertEquals(Warning.Kind.TAIL_MOVED, change.warnings().get(0).kind());
        assertFalse(one(head, base).verdict() == Verdict.SLOWER);
    }

    @Test
    void aTailThatComesAndGoesIsNeverCalledTheSame() {
        Simulated random = new Simulated(11);
        for (int trial = 0; trial < 100; trial++) {
            Sample base = random.sample(1, 5, 5, 0.001, 0.001);
            double[][] head = random.sample(1, 5, 5, 0.001, 0.001).forks();
            for (int fork = 0; fork < 2; fork++) {
                head[fork][random.below(5)] *= 2;
            }
            assertFalse(one(base, new Sample(head)).verdict() == Verdict.SAME);
        }
    }

    @Test
    void anEndWithoutVariationIsNotCertainty() {
        Sample base = new Sample(new double[][] {{1}, {1}, {1}});
        Change change = one(base, Simulated.forksTimes(base, 1.001));
        assertTrue(change.ratio().low() < 1 && change.ratio().high() > 1);
    }

    @Test
    void moreIterationsOnOneSideAreNoGain() {
        Simulated random = new Simulated(12);
        int wrong = 0;
        for (int trial = 0; trial < 200; trial++) {
            Change change = one(random.sample(1, 5, 5, 0.002, 0.1), random.sample(1, 5, 100, 0.002, 0.1));
            wrong += change.verdict() == Verdict.FASTER ? 1 : 0;
        }
        assertTrue(wrong <= 2, "faster for more iterations: " + wrong);
    }

    @Test
    void tellsWhichSideFallsIntoGroups() {
        Sample calm = new Simulated(13).sample(1, 6, 5, 0.002, 0.002);
        Change change = one(calm, Simulated.forksTimes(calm, 1, 1.3));
        Warning warning = change.warnings().get(0);
        assertEquals(Warning.Kind.BIMODAL_FORKS, warning.kind());
        assertTrue(warning.message().startsWith("head: "));
    }

    @Test
    void aSmallerThresholdIsNotMoreFalseAlarms() {
        List<Verdicts.Pair> pairs = SimulatedSuite.pairs(new Simulated(14), Forks.HEAVY_TAILED, 4000, 5, 1).stream()
                .map(pair -> new Verdicts.Pair(pair.base(), pair.head(), 0.005))
                .toList();
        List<Change> rows = Verdicts.of(pairs).rows();
        assertTrue(SimulatedSuite.share(rows, Verdict.SLOWER) <= 2 * Verdicts.FALSE_RED);
    }

    @Test
    void asksForNoForksWhereTheThresholdHidesFivePercent() {
        Sample sample = new Simulated(15).sample(1, 5, 5, 0.01, 0.01);
        Change change = Verdicts.of(List.of(new Verdicts.Pair(sample, sample, 0.1)))
                .rows()
                .get(0);
        assertEquals(-1, change.forksForFivePercent());
        assertTrue(change.smallestVisible() > 0.1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesThresholdsThatAreNone(double threshold) {
        Sample sample = new Sample(new double[][] {{1}});
        assertThrows(IllegalArgumentException.class, () -> new Verdicts.Pair(sample, sample, threshold));
    }
}
