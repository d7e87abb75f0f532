package io.assay.harness.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The analysers where they just speak up, or just do not, and what they say. */
class AnalyserEdgesTest {
    private static String steadiness(double[]... forks) {
        return NotSteady.check(new Sample(forks)).map(Warning::message).orElse("steady");
    }

    @Test
    void forksOfTwoIterationsSayNothingOfWarmUp() {
        double[] falling = {1.2, 1.1, 1};
        double[] brief = {1, 5};
        String said = steadiness(falling, brief, falling, brief, falling);
        assertTrue(said.startsWith("the score moves by -17% from the first"), said);
        assertEquals("steady", steadiness(brief, brief, brief, brief));
    }

    @Test
    void aRisingScoreHasItsSign() {
        double[] rising = {1, 1.1, 1.2};
        String said = steadiness(rising, rising, rising);
        assertTrue(said.startsWith("the score moves by +20% from the first"), said);
    }

    /** No trend: behind the first, which is the slowest, they rise. */
    @Test
    void aSlowFirstIterationHasItsSize() {
        double[] slowStart = {1.5, 1, 1.01, 1.02, 1.03};
        String said = steadiness(slowStart, slowStart, slowStart, slowStart);
        assertTrue(said.startsWith("the first measured iteration is +48% off"), said);
    }

    @Test
    void aFirstIterationThatIsAsSlowAsAnotherIsNotTheSlowest() {
        double[] tied = {1.5, 1, 1, 1.5, 1};
        assertEquals("steady", steadiness(tied, tied, tied, tied));
    }

    /** Rows of as many forks in each half of the run; in the second half they cost so many times as much. */
    private static Optional<Warning> moved(int forks, double... factors) {
        List<MachineMoved.Fork> run = new ArrayList<>();
        for (int i = 0; i < forks * factors.length; i++) {
            int row = i % factors.length;
            run.add(new MachineMoved.Fork("row " + row, i < forks * factors.length / 2 ? 1 : factors[row]));
        }
        return MachineMoved.check(run);
    }

    @Test
    void threeRowsCanShowThatTheMachineMoved() {
        String said = moved(6, 1.1, 1.1, 1.1).orElseThrow().message();
        assertTrue(said.startsWith("rows moved together by about +10% after 9 of 18 forks"), said);
        assertEquals(Optional.empty(), moved(8, 1.1, 1.1));
    }

    @Test
    void twoThirdsOfTheRowsAreEnoughAndRowsThatStoodStillAreNoneOfThem() {
        assertTrue(moved(6, 1.1, 1.1, 1.1, 1.1, 0.98, 0.98).isPresent());
        assertEquals(Optional.empty(), moved(6, 1.1, 1.1, 1.1, 1.1, 1.1, 1.1, 1, 1, 1, 1));
        assertTrue(moved(6, 1.1, 1.1, 1.1, 1.1, 1.1, 1.1, 1.01, 1, 1).isPresent());
    }

    @Test
    void aScoreIsFinite() {
        assertThrows(IllegalArgumentException.class, () -> new MachineMoved.Fork("a", Double.POSITIVE_INFINITY));
        assertThrows(IllegalArgumentException.class, () -> new MachineMoved.Fork("a", -1));
    }

    @Test
    void sharesAndCountsMayBeNoneAndNotLess() {
        assertEquals(Optional.empty(), Circumstances.gc(0));
        assertEquals(Optional.empty(), Circumstances.steal(0));
        assertThrows(IllegalArgumentException.class, () -> Circumstances.gc(-0.1));
        assertThrows(IllegalArgumentException.class, () -> Circumstances.steal(Double.NaN));
        assertEquals(Optional.empty(), Circumstances.threads(1, 1));
        assertThrows(IllegalArgumentException.class, () -> Circumstances.threads(0, 1));
        assertThrows(IllegalArgumentException.class, () -> Circumstances.threads(1, 0));
        assertEquals(Warning.Kind.ZERO_ITEMS, Items.check(0, 5).orElseThrow().kind());
        assertThrows(IllegalArgumentException.class, () -> Items.check(Double.POSITIVE_INFINITY));
        assertThrows(IllegalArgumentException.class, () -> Items.check(1, -1));
        assertEquals(Optional.empty(), Items.check(101, 100), "a hundredth is cut short");
        assertTrue(Items.check(101.1, 100).isPresent());
    }

    @Test
    void ratiosExcludeOneFromItsNeighbourOn() {
        assertFalse(new Ratio(1.1, 1, 1.2, 0.95, 5, 5, "m").excludesOne());
        assertTrue(new Ratio(1.1, Math.nextUp(1.0), 1.2, 0.95, 5, 5, "m").excludesOne());
        assertFalse(new Ratio(0.9, 0.8, 1, 0.95, 5, 5, "m").excludesOne());
        assertTrue(new Ratio(0.9, 0.8, Math.nextDown(1.0), 0.95, 5, 5, "m").excludesOne());
    }

    @Test
    void aSampleIsItsNumbers() {
        Sample one = new Sample(new double[][] {{1, 2}, {3}});
        Sample same = new Sample(new double[][] {{1, 2}, {3}});
        Sample other = new Sample(new double[][] {{1, 2}, {4}});
        assertEquals(one, same);
        assertEquals(one.hashCode(), same.hashCode());
        assertFalse(one.equals(other) || one.equals("[[1.0, 2.0], [3.0]]"));
        assertFalse(one.hashCode() == other.hashCode());
        assertTrue(one.toString().contains("[[1.0, 2.0], [3.0]]"), one::toString);
    }

    private static Change judged(double[][] base, double[][] head) {
        return Verdicts.of(List.of(new Verdicts.Pair(new Sample(base), new Sample(head), 0.03)))
                .rows()
                .get(0);
    }

    /** Five forks that differ by a thousandth, whose iterations are so many times the first. */
    private static double[][] forks(double first, double... iterations) {
        double[][] forks = new double[5][];
        Arrays.setAll(
                forks,
                f -> Arrays.stream(iterations)
                        .map(i -> first * i * (1 + f / 1_000.0))
                        .toArray());
        return forks;
    }

    @Test
    void aFastEndAndAMeanThatMoveApartAreNoVerdict() {
        Change change = judged(forks(1, 1, 1, 1, 1, 4), forks(1.2, 1, 1, 1, 1, 1));
        assertEquals(Verdict.CANNOT_TELL, change.verdict());
        assertTrue(
                change.warnings()
                        .get(0)
                        .message()
                        .startsWith("the mean changed by a factor of 0.750, the fast end by 1.2"),
                change.warnings()::toString);
        assertEquals(
                Verdict.SLOWER,
                judged(forks(1, 1, 1, 1, 1, 1), forks(1.2, 1, 1, 1, 1, 1)).verdict());
    }

    @Test
    void theMethodSaysWhatStandsForAFork() {
        double[] one = {1, 1, 1};
        String fast = judged(forks(1, one), forks(1, one)).ratio().method();
        assertTrue(
                fast.startsWith("geometric mean over forks of: three quarters fastest iteration, one quarter"), fast);
        double[][] uneven = forks(1, one);
        uneven[4] = new double[] {1, 1, 1, 1};
        for (Change change : List.of(judged(uneven, forks(1, one)), judged(forks(1, one), uneven))) {
            String median = change.ratio().method();
            assertTrue(median.startsWith("geometric mean over forks of: median iteration"), median);
        }
    }

    @Test
    void oneForkHasItsRatioAndItsWords() {
        Change change = judged(new double[][] {{2, 2, 2}}, forks(3, 1, 1, 1));
        assertEquals(
                1.5 * Math.pow(1.001 * 1.002 * 1.003 * 1.004, 0.2),
                change.ratio().value(),
                1e-12);
        assertTrue(change.ratio().method().startsWith("geometric mean over forks of: three"), change.ratio()::method);
        assertTrue(change.warnings().get(0).message().startsWith("1 and 5 forks: "), change.warnings()::toString);
    }

    @Test
    void theSideWhoseForksDisagreeIsNamed() {
        double[][] apart = forks(1, 1, 1.0001, 1);
        apart[2] = new double[] {1.4, 1.4001, 1.4};
        String base = judged(apart, forks(1, 1, 1.0001, 1)).warnings().toString();
        assertTrue(base.contains("base: ") && !base.contains("head: "), base);
        String head = judged(forks(1, 1, 1.0001, 1), apart).warnings().toString();
        assertTrue(head.contains("head: ") && !head.contains("base: "), head);
    }

    @Test
    void aChangeIsCertainUpToItsShare() {
        Ratio ratio = new Ratio(1.1, 1.05, 1.2, 0.99, 5, 5, "m");
        for (Verdict verdict : Verdict.values()) {
            RowVerdict row = new RowVerdict(new Change(ratio, verdict, 0.1, 5, List.of()), 0.25);
            boolean changed = verdict == Verdict.SLOWER || verdict == Verdict.FASTER;
            assertEquals(changed, row.certain(0.25), verdict::text);
            assertFalse(row.certain(0.2499), verdict::text);
        }
    }

    @Test
    void thresholdsMayBeNoneAndNotLess() {
        Sample sample = new Sample(new double[][] {{1}});
        assertEquals(0, new Verdicts.Pair(sample, sample, 0).threshold());
        assertThrows(IllegalArgumentException.class, () -> new Verdicts.Pair(sample, sample, -0.01));
        assertThrows(IllegalArgumentException.class, () -> new Verdicts.Pair(sample, sample, Double.POSITIVE_INFINITY));
    }
}
