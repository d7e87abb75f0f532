package io.assay.harness.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each trap by its name. */
class ScalingTest {
    private static final long SEED = 42;

    private static Curve curve(double noise, double grain, double[] n, DoubleUnaryOperator cost) {
        Random random = new Random(SEED);
        double[][] forks = Arrays.stream(n)
                .mapToObj(size -> random.doubles(4)
                        .map(u -> cost.applyAsDouble(size) * Math.exp(noise * random.nextGaussian()))
                        .toArray())
                .toArray(double[][]::new);
        return new Curve(n, forks, grain);
    }

    private static double[] doubling(int from, int to) {
        return java.util.stream.IntStream.iterate(from, n -> n <= to, n -> 2 * n)
                .asDoubleStream()
                .toArray();
    }

    private static ScalingVerdict of(double noise, DoubleUnaryOperator cost) {
        return Scaling.of(curve(noise, 0, doubling(16, 4096), cost));
    }

    @ParameterizedTest
    @EnumSource(Growth.class)
    void namesEachClassWithoutAndWithOverhead(Growth growth) {
        assertEquals(growth.label(), of(0.02, n -> 3 * growth.at(n)).label());
        assertEquals(
                growth.label(), of(0.02, n -> growth.at(256) + growth.at(n)).label());
    }

    @ParameterizedTest
    @EnumSource(Growth.class)
    void unitAndOrderOfSizesDoNotMatter(Growth growth) {
        Curve plain = curve(0.02, 0, doubling(16, 4096), n -> growth.at(64) + growth.at(n));
        int size = plain.size();
        double[] n = new double[size];
        double[][] forks = new double[size][];
        for (int i = 0; i < size; i++) {
            n[i] = plain.n()[size - 1 - i];
            forks[i] = Arrays.stream(plain.forks()[size - 1 - i])
                    .map(v -> v * 1e-6)
                    .toArray();
        }
        ScalingVerdict one = Scaling.of(plain);
        ScalingVerdict other = Scaling.of(new Curve(n, forks, 0));
        assertEquals(one.growth(), other.growth());
        assertEquals(one.candidates().get(0).weight(), other.candidates().get(0).weight(), 1e-6);
        assertEquals(one.exponent().value(), other.exponent().value(), 1e-9);
    }

    @Test
    void quadraticTailIsFoundBeforeItRules() {
        ScalingVerdict verdict = Scaling.of(curve(0.02, 0, doubling(16, 1024), n -> n + n * n / 1000));
        assertTrue(Set.of("undecided", "O(n^2)").contains(verdict.label()), verdict.label());
        assertEquals(1000, verdict.crossover().orElseThrow(), 250);
    }

    @Test
    void quadraticTailThatRulesIsQuadratic() {
        ScalingVerdict verdict = of(0.02, n -> n + n * n / 1000);
        assertEquals("O(n^2)", verdict.label());
        assertEquals(1000, verdict.crossover().orElseThrow(), 250);
    }

    @Test
    void pureQuadraticHasNoCrossover() {
        assertTrue(of(0.02, n -> n * n).crossover().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(doubles = {40, 200, 700, 1500})
    void cacheStepOfAConstantIsNotALogarithm(double edge) {
        assertEquals("O(1)", of(0.02, n -> n > edge ? 55 : 20).label());
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.5, 2.2, 3})
    void cacheStepOfALinearCostStaysLinear(double rise) {
        assertEquals("O(n)", of(0.02, n -> 30 + n * (n > 512 ? rise : 1)).label());
    }

    @Test
    void missesOfACacheAreNeverALogarithm() {
        String label = of(0.01, n -> 20 * (1 + 1.5 * Math.max(0, 1 - 300 / n))).label();
        assertTrue(Set.of("O(1)", "undecided").contains(label), label);
    }

    @Test
    void overheadDoesNotHideNLogN() {
        assertEquals(
                "O(n log n)", of(0.03, n -> 2048 + Growth.LINEARITHMIC.at(n)).label());
    }

    @Test
    void aForkInWarmUpDoesNotPull() {
        Curve calm = curve(0.01, 0, doubling(16, 4096), n -> n);
        double[][] forks = calm.forks();
        forks[8][0] *= 1.8;
        forks[2][1] *= 1.5;
        assertEquals("O(n)", Scaling.of(new Curve(calm.n(), forks, 0)).label());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
    void aPointAstrayDoesNotPull(int astray) {
        for (Growth growth : new Growth[] {Growth.LINEAR, Growth.LINEARITHMIC}) {
            Curve calm = curve(0.01, 0, doubling(16, 4096), n -> growth.at(64) + growth.at(n));
            double[][] forks = calm.forks();
            forks[astray] = Arrays.stream(forks[astray]).map(v -> v * 1.4).toArray();
            assertEquals(
                    growth.label(), Scaling.of(new Curve(calm.n(), forks, 0)).label());
        }
    }

    @Test
    void theLastPointAloneNamesNoClass() {
        ScalingVerdict verdict = of(0.01, n -> n * (n > 3000 ? 2.5 : 1));
        assertTrue(Set.of("O(n)", "undecided").contains(verdict.label()), verdict.label());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1.5, 2.5})
    void whatIsNoClassIsUndecided(double power) {
        ScalingVerdict verdict = of(0.01, n -> Math.pow(n, power));
        assertEquals("undecided", verdict.label());
        assertEquals(power, verdict.exponent().value(), 0.02);
        assertTrue(verdict.warnings().toString().contains("none of the classes"), verdict.warnings()::toString);
    }

    @Test
    void tooNarrowASpanIsUndecided() {
        ScalingVerdict verdict = Scaling.of(curve(0.05, 0, new double[] {100, 120, 140, 160, 180, 200}, n -> n));
        assertEquals("undecided", verdict.label());
        assertTrue(verdict.warnings().toString().contains("smallest"), verdict.warnings()::toString);
    }

    @Test
    void threeSizesAreUndecided() {
        assertEquals(
                "undecided",
                Scaling.of(curve(0.01, 0, new double[] {16, 256, 4096}, n -> n)).label());
    }

    @Test
    void oneSizeOfOneForkIsUndecidedWithoutAnExponent() {
        ScalingVerdict verdict = Scaling.of(new Curve(new double[] {7}, new double[][] {{3}}, 0));
        assertEquals("undecided", verdict.label());
        assertTrue(Double.isNaN(verdict.exponent().value()));
        assertEquals(
                "undecided",
                Scaling.of(new Curve(new double[] {1, 2}, new double[][] {{3}, {6}}, 0))
                        .label());
    }

    @Test
    void manySizesAreThinned() {
        double[] n = java.util.stream.IntStream.rangeClosed(1, 20_000)
                .asDoubleStream()
                .toArray();
        ScalingVerdict verdict = Scaling.of(curve(0.02, 0, n, size -> 50 + size));
        assertEquals("O(n)", verdict.label());
        assertTrue(verdict.warnings().toString().contains("of 20000 sizes"), verdict.warnings()::toString);
    }

    @Test
    void noiseThatHidesTheLogarithmIsUndecided() {
        assertNotEquals(
                Optional.of(Growth.LINEARITHMIC),
                Scaling.of(curve(0.3, 0, doubling(1024, 16384), n -> n)).growth());
        assertTrue(Scaling.of(curve(0.3, 0, doubling(1024, 16384), n -> n * Math.log(n)))
                .growth()
                .isEmpty());
    }

    @Test
    void bytesWithoutAnyNoise() {
        double[] n = doubling(16, 4096);
        assertEquals(
                "O(n)",
                Scaling.of(curve(0, 8, n, size -> 16 + 8 * Math.ceil(size / 8))).label());
        assertEquals("O(1)", Scaling.of(curve(0, 8, n, size -> 24)).label());
        assertEquals(
                "O(n^2)",
                Scaling.of(curve(0, 8, n, size -> 64 + size * (16 + 4 * size))).label());
    }

    @Test
    void exponentHoldsTheTruthAsOftenAsItSays() {
        int held = 0;
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            double[] n = doubling(16, 4096);
            double[][] forks = Arrays.stream(n)
                    .mapToObj(size -> random.doubles(4)
                            .map(u -> size * size * Math.exp(0.02 * random.nextGaussian()))
                            .toArray())
                    .toArray(double[][]::new);
            Exponent exponent = Exponent.of(Points.of(new Curve(n, forks, 0)));
            held += exponent.low() < 2 && exponent.high() > 2 ? 1 : 0;
            assertTrue(exponent.high() - exponent.low() < 0.2, exponent::toString);
        }
        assertTrue(held >= 368 && held <= 396, "held in " + held + " of 400");
    }

    @Test
    void weightsAreAWholeAndSorted() {
        ScalingVerdict verdict = of(0.05, n -> 500 + n);
        double sum = verdict.candidates().stream()
                .mapToDouble(ScalingVerdict.Candidate::weight)
                .sum();
        assertTrue(sum > 0.9 && sum <= 1 + 1e-9, () -> "sum " + sum);
        assertEquals(6, verdict.candidates().size());
        for (int i = 1; i < 6; i++) {
            assertTrue(verdict.candidates().get(i - 1).weight()
                    >= verdict.candidates().get(i).weight());
        }
        ScalingVerdict told = of(0.02, n -> n);
        assertEquals(Optional.of(Growth.LINEAR), told.growth());
        assertEquals(told.growth(), told.within());
        assertEquals(Optional.of(Growth.LOGARITHMIC), told.above());
    }

    @Test
    void whereOnlySomeClassesAreLeftItIsAboveAllOthers() {
        ScalingVerdict verdict = Scaling.of(curve(0.25, 0, doubling(64, 8192), n -> n * Math.log(n)));
        assertTrue(verdict.growth().isEmpty(), verdict::toString);
        assertEquals(Optional.of(Growth.LOGARITHMIC), verdict.above(), verdict::toString);
        assertEquals(ScaledSeries.Outcome.OPEN, expecting(Growth.LINEAR, verdict));
        assertEquals(ScaledSeries.Outcome.BROKEN, expecting(Growth.LOGARITHMIC, verdict));
        assertEquals(ScaledSeries.Outcome.KEPT, expecting(Growth.CUBIC, verdict));
    }

    private static ScaledSeries.Outcome expecting(Growth max, ScalingVerdict verdict) {
        Series none = new Series("", "", "", Map.of(), "n", Series.SCORE, "", Optional.empty(), List.of());
        return new ScaledSeries(none, Optional.of(verdict), Optional.of(max)).outcome();
    }

    @ParameterizedTest
    @CsvSource({"0.5,LOGARITHMIC,LINEAR", "1.5,LINEARITHMIC,QUADRATIC", "2.5,QUADRATIC,CUBIC"})
    void whatIsNoClassIsStillAboveOrBelowClasses(double power, Growth slower, Growth faster) {
        ScalingVerdict verdict = of(0.01, n -> Math.pow(n, power));
        assertTrue(verdict.growth().isEmpty());
        for (Growth max : Growth.values()) {
            assertEquals(
                    max.compareTo(slower) <= 0 ? ScaledSeries.Outcome.BROKEN : ScaledSeries.Outcome.KEPT,
                    expecting(max, verdict),
                    max::label);
        }
        assertEquals(Optional.of(faster), verdict.within());
    }

    @Test
    void aTailThatDoesNotRuleYetIsOpenAgainstItsLowerTermAndBreaksWhatIsBelow() {
        ScalingVerdict verdict = Scaling.of(curve(0.02, 0, doubling(16, 1024), n -> n + n * n / 1000));
        assertTrue(verdict.growth().isEmpty(), verdict::label);
        assertEquals(ScaledSeries.Outcome.BROKEN, expecting(Growth.CONSTANT, verdict));
        assertEquals(ScaledSeries.Outcome.BROKEN, expecting(Growth.LOGARITHMIC, verdict));
        assertEquals(ScaledSeries.Outcome.OPEN, expecting(Growth.LINEAR, verdict));
        assertEquals(ScaledSeries.Outcome.KEPT, expecting(Growth.QUADRATIC, verdict));
    }

    @Test
    void undecidedAmongSlowClassesKeepsAFasterExpectation() {
        ScalingVerdict verdict = Scaling.of(curve(0.02, 0, doubling(16, 4096), n -> 100 + 2 * Math.log(n)));
        assertTrue(verdict.growth().isEmpty(), verdict::toString);
        assertEquals(ScaledSeries.Outcome.KEPT, expecting(Growth.LINEARITHMIC, verdict), verdict::toString);
        assertEquals(ScaledSeries.Outcome.OPEN, expecting(Growth.CONSTANT, verdict), verdict::toString);
    }

    @Test
    void sharesAddUpInTheOrderOfGrowth() {
        Term root = new Term(0.5, false);
        Shares shares = new Shares(
                Map.of(Term.ONE, 0.5, Term.LOG, 0.25, root, 0.125, Term.SQUARE, 0.125),
                Map.of(Term.ONE, 0.625, Term.LOG, 0.25, root, 0.125));
        assertEquals(0.75, shares.within(Growth.LOGARITHMIC), 1e-12);
        assertEquals(0.875, shares.within(Growth.LINEAR), 1e-12);
        assertEquals(1, shares.within(Growth.QUADRATIC), 1e-12);
        assertEquals(0.375, shares.above(Growth.CONSTANT), 1e-12);
        assertEquals(0.125, shares.above(Growth.LOGARITHMIC), 1e-12);
        assertEquals(0, shares.above(Growth.LINEAR), 1e-12);
    }

    @Test
    void tooFewOrTooNarrowSizesNeitherKeepNorBreak() {
        for (double[] n : new double[][] {{16, 256, 4096}, {100, 120, 140, 160, 180, 200}}) {
            ScalingVerdict verdict = Scaling.of(curve(0.01, 0, n, size -> size * size * size));
            for (Growth max : Growth.values()) {
                assertEquals(ScaledSeries.Outcome.OPEN, expecting(max, verdict));
            }
        }
    }

    @Test
    void aForkOrTwoOfNoiseDoNotHideThatACubeIsNoConstant() {
        ScalingVerdict verdict = Scaling.of(curve(0.4, 0, doubling(16, 1024), n -> n * n * n));
        assertEquals(ScaledSeries.Outcome.BROKEN, expecting(Growth.CONSTANT, verdict), verdict::toString);
    }

    @Test
    void theExponentOfABentCurveIsKnownFromItsPointsAlone() {
        double[] n = doubling(16, 4096);
        Exponent calm = Exponent.of(Points.of(curve(0.002, 0, n, size -> size)));
        Exponent bent = Exponent.of(Points.of(curve(0.002, 0, n, size -> size * (size == 1024 ? 1.4 : 1))));
        // Five points leave three degrees of freedom: t is 3.18, and the residual's own deviation is the scale.
        assertTrue(bent.high() - bent.low() > 0.5, bent::toString);
        assertTrue(calm.high() - calm.low() < 0.02, calm::toString);
    }

    @Test
    void costsAndSizesThatTheModelsCannotHoldAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Curve(new double[] {1}, new double[][] {{1e-300}}, 0));
        assertThrows(IllegalArgumentException.class, () -> new Curve(new double[] {1e16}, new double[][] {{1}}, 0));
        double[] n = {1e3, 1e6, 1e9, 1e12, 1e15};
        assertEquals("O(1)", Scaling.of(curve(0.01, 0, n, size -> 1.1e-250)).label());
        assertEquals("O(1)", Scaling.of(curve(0.01, 0, n, size -> 0.9e250)).label());
    }

    @Test
    void theSameCurveHasTheSameVerdict() {
        assertEquals(
                of(0.05, n -> n).candidates().toString(),
                of(0.05, n -> n).candidates().toString());
    }

    @Test
    void labelsAreReadHoweverTheyAreSpaced() {
        for (Growth growth : Growth.values()) {
            assertEquals(Optional.of(growth), Growth.parse(growth.label()));
        }
        assertEquals(Optional.of(Growth.LINEARITHMIC), Growth.parse("o(N*log(n))"));
        assertEquals(Optional.of(Growth.QUADRATIC), Growth.parse("O(n²)"));
        assertFalse(Growth.parse("O(sqrt n)").isPresent());
    }

    @Test
    void refusesWhatIsNoCurve() {
        double[][] one = {{1}, {1}};
        assertThrows(IllegalArgumentException.class, () -> new Curve(new double[] {1, 1}, one, 0));
        assertThrows(IllegalArgumentException.class, () -> new Curve(new double[] {0, 1}, one, 0));
        assertThrows(IllegalArgumentException.class, () -> new Curve(new double[] {1, 2}, new double[][] {{1}}, 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Curve(new double[] {1, 2}, new double[][] {{1}, {Double.NaN}}, 0));
    }
}
