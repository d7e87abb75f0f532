package io.assay.harness.stats;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.stats.StoppingRule.Decision;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Series with known truth, replayed through the stopping rule")
class StoppingRuleTest {
    private static final int CAP = 500;
    private static final StoppingRule RULE = StoppingRule.within(CAP, CAP);

    /** What a fork with this series would have run. */
    private record Ended(int warmUps, int measured, double mean) {}

    private static Ended replay(StoppingRule rule, IntToDoubleFunction series) {
        double[] scores = new double[rule.warmUpCap() + rule.measuredCap()];
        Arrays.setAll(scores, series);
        int warmUps = 0;
        while (rule.decide(Arrays.copyOf(scores, warmUps), new double[0]) == Decision.WARM_UP) {
            warmUps++;
        }
        int measured = 1;
        double[] warmUp = Arrays.copyOf(scores, warmUps);
        while (rule.decide(warmUp, Arrays.copyOfRange(scores, warmUps, warmUps + measured)) == Decision.MEASURE) {
            measured++;
        }
        double mean =
                Arrays.stream(scores, warmUps, warmUps + measured).average().orElseThrow();
        return new Ended(warmUps, measured, mean);
    }

    private static IntToDoubleFunction noisy(double sd, long seed, IntToDoubleFunction level) {
        Random random = new Random(seed);
        return i -> level.applyAsDouble(i) * Math.exp(sd * random.nextGaussian());
    }

    @Test
    void constantEndsAtTheLeast() {
        assertEquals(new Ended(100, 100, 100), replay(RULE, i -> 100));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void calmEndsEarly(long seed) {
        Ended ended = replay(RULE, noisy(0.02, seed, i -> 100));
        assertTrue(ended.warmUps() + ended.measured() <= 0.6 * CAP, ended::toString);
        assertEquals(100, ended.mean(), 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void exponentialWarmUpIsWaitedFor(long seed) {
        Ended ended = replay(RULE, noisy(0.01, seed, i -> 100 * (1 + 2 * Math.exp(-i / 60.0))));
        assertTrue(ended.warmUps() > 200, ended::toString);
        assertEquals(100, ended.mean(), 1.5);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void lateStepOfTheCompilerIsWaitedFor(long seed) {
        Ended ended = replay(RULE, noisy(0.01, seed, i -> i < 90 ? 150 : 100));
        assertTrue(ended.warmUps() > 90, ended::toString);
        assertEquals(100, ended.mean(), 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void stepWhileMeasuringIsOutweighed(long seed) {
        Ended ended = replay(RULE, noisy(0.005, seed, i -> i < 150 ? 110 : 100));
        assertTrue(ended.measured() > 200, ended::toString);
        assertEquals(100, ended.mean(), 2.5);
    }

    @Test
    void stepAfterTheEndCannotBeSeen() {
        Ended ended = replay(RULE, i -> i < 300 ? 150 : 100);
        assertEquals(150, ended.mean());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 10, 16})
    void periodicCollectionsAreNoDrift(int period) {
        Ended ended = replay(RULE, noisy(0.01, period, i -> i % period == 0 ? 130 : 100));
        assertTrue(ended.measured() < CAP, ended::toString);
        assertEquals(100 + 30.0 / period, ended.mean(), 1);
    }

    @Test
    void driftGoesToTheCaps() {
        Ended ended = replay(RULE, i -> 100 * Math.exp(0.002 * i));
        assertEquals(CAP, ended.warmUps());
        assertEquals(CAP, ended.measured());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void randomWalkWarmsUpForLong(long seed) {
        Random random = new Random(seed);
        double[] log = new double[2 * CAP];
        for (int i = 1; i < log.length; i++) {
            log[i] = log[i - 1] + 0.02 * random.nextGaussian();
        }
        Ended ended = replay(RULE, i -> Math.exp(log[i]));
        assertTrue(ended.warmUps() + ended.measured() > 1.1 * CAP, ended::toString);
    }

    @Test
    void twoLevelsInTurnsAreNotSteady() {
        Ended ended = replay(RULE, i -> i / 97 % 2 == 0 ? 100 : 120);
        assertTrue(ended.warmUps() + ended.measured() > CAP, ended::toString);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, 0, -1})
    void slicesWithoutAScoreAreNotSteady(double nothing) {
        StoppingRule rule = StoppingRule.within(40, 20);
        Ended ended = replay(rule, i -> nothing);
        assertEquals(40, ended.warmUps());
        assertEquals(20, ended.measured());
    }

    @Test
    void fixedPhasesRunInFull() {
        assertEquals(CAP, replay(RULE.withFixedWarmUp(), i -> 100).warmUps());
        assertEquals(100, replay(RULE.withFixedWarmUp(), i -> 100).measured());
        assertEquals(100, replay(RULE.withFixedMeasuring(), i -> 100).warmUps());
        assertEquals(CAP, replay(RULE.withFixedMeasuring(), i -> 100).measured());
        assertFalse(RULE.withFixedMeasuring().withFixedWarmUp().canStop());
        assertTrue(RULE.canStop());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 7, 8})
    void fewWarmUpsAreNotJudged(int cap) {
        assertEquals(cap, StoppingRule.within(cap, 10).warmUpLeast());
    }

    @Test
    void looksBecomeRarer() {
        double[] level = new double[400];
        Arrays.fill(level, 100);
        long looks = 0;
        StoppingRule rule = StoppingRule.within(400, 10);
        for (int n = 0; n < level.length; n++) {
            looks += rule.decide(Arrays.copyOf(level, n), new double[0]) == Decision.MEASURE ? 1 : 0;
        }
        assertEquals(12, looks, "at 80, 92, 105, 120, 138, 158, 181, 208, 239, 274, 315, 362");
    }

    @Property(tries = 300)
    void neverBeyondTheCapsNorBelowTheLeast(
            @ForAll @IntRange(max = 60) int warmUpCap,
            @ForAll @IntRange(min = 1, max = 60) int measuredCap,
            @ForAll @Size(120) double[] scores) {
        StoppingRule rule = StoppingRule.within(warmUpCap, measuredCap);
        Ended ended = replay(rule, i -> scores[i]);
        assertAll(
                () -> assertTrue(ended.warmUps() >= rule.warmUpLeast() && ended.warmUps() <= warmUpCap),
                () -> assertTrue(ended.measured() >= rule.measuredLeast() && ended.measured() <= measuredCap),
                () -> assertEquals(ended.warmUps(), replay(rule, i -> scores[i]).warmUps()));
    }

    @Property(tries = 300)
    void unitDoesNotMatter(@ForAll @Size(80) double[] noise, @ForAll @DoubleRange(min = 0, max = 0.1) double size) {
        IntToDoubleFunction series = i -> 1 + size * (Math.abs(noise[i]) % 1);
        Ended nanos = replay(StoppingRule.within(40, 40), series);
        Ended scaled = replay(StoppingRule.within(40, 40), i -> 1024 * series.applyAsDouble(i));
        assertEquals(nanos.warmUps(), scaled.warmUps());
        assertEquals(nanos.measured(), scaled.measured());
    }

    @Test
    void onceMeasuringNeverWarmsUpAgain() {
        assertNotEquals(Decision.WARM_UP, RULE.decide(new double[0], new double[] {1}));
    }

    @Test
    void impossibleCountsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new StoppingRule(-1, 3, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new StoppingRule(4, 3, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new StoppingRule(0, 0, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new StoppingRule(0, 0, 2, 1));
    }
}
