package io.assay.harness.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the analysers of a single row find on clean noise (next to nothing) and on planted effects (nearly all). */
class RowAnalysersTest {
    private static final int TRIALS = 2000;
    private final Simulated simulated = new Simulated(51);

    @ParameterizedTest
    @CsvSource({
        "1, 5, 0.02",
        "2, 5, 0.02",
        "3, 3, 0.01",
        "3, 5, 0.02",
        "5, 5, 0.02",
        "5, 5, 0.1",
        "10, 5, 0.02",
        "10, 20, 0.05"
    })
    void staySilentOnCleanNoise(int forks, int iterations, double noise) {
        assertRare("bimodal", forks, iterations, noise, noise, 0.01, BimodalForks::check);
        assertRare("not steady", forks, iterations, noise, noise, 0.02, NotSteady::check);
        assertRare("outliers", forks, iterations, noise, noise, 0.02, Outliers::check);
        assertRare("disagree", forks, iterations, 0, noise, 0.002, ForksDisagree::check);
        assertRare("disagree, mild", forks, iterations, 0.01, 0.01, 0.002, ForksDisagree::check);
    }

    private void assertRare(
            String name,
            int forks,
            int iterations,
            double between,
            double within,
            double rate,
            Function<Sample, Optional<Warning>> analyser) {
        double alarms = Simulated.share(
                TRIALS,
                () -> analyser.apply(simulated.sample(100, forks, iterations, between, within))
                        .isPresent());
        assertTrue(alarms <= rate, () -> name + ": " + alarms);
    }

    @Test
    void findsForksInTwoGroups() {
        assertPower(
                0.95,
                BimodalForks::check,
                () -> Simulated.forksTimes(simulated.sample(100, 5, 5, 0.005, 0.01), 1, 1.3, 1, 1.3, 1));
        assertPower(
                0.95,
                BimodalForks::check,
                () -> Simulated.forksTimes(simulated.sample(100, 10, 5, 0.01, 0.01), 1, 1, 1.2, 1, 1));
    }

    @Test
    void oneForkApartIsNoGroupButDisagrees() {
        Sample sample = Simulated.forksTimes(simulated.sample(100, 5, 5, 0.005, 0.01), 1, 1, 1.3, 1, 1);
        assertEquals(Optional.empty(), BimodalForks.check(sample));
        assertKind(Warning.Kind.FORKS_DISAGREE, ForksDisagree.check(sample));
    }

    @Test
    void fourForksAreTooFewForGroups() {
        Sample sample = Simulated.forksTimes(simulated.sample(100, 4, 5, 0.001, 0.001), 1, 2);
        assertEquals(Optional.empty(), BimodalForks.check(sample));
        assertKind(Warning.Kind.FORKS_DISAGREE, ForksDisagree.check(sample));
    }

    @Test
    void findsForksThatDisagree() {
        assertPower(0.8, ForksDisagree::check, () -> simulated.sample(100, 5, 5, 0.1, 0.01));
        Sample constant = new Sample(new double[][] {{1, 1}, {2, 2}});
        assertKind(Warning.Kind.FORKS_DISAGREE, ForksDisagree.check(constant));
        assertEquals(Optional.empty(), ForksDisagree.check(new Sample(new double[][] {{1}, {2}, {3}})));
    }

    @Test
    void findsWarmUpThatGoesOn() {
        double[] trend = {1.12, 1.09, 1.06, 1.03, 1};
        double[] step = {1.1, 1.1, 1, 1, 1};
        double[] slowStart = {1.15, 1, 1, 1, 1};
        assertPower(0.95, NotSteady::check, () -> Simulated.shaped(simulated.sample(100, 5, 5, 0.01, 0.01), trend));
        assertPower(0.8, NotSteady::check, () -> Simulated.shaped(simulated.sample(100, 5, 5, 0.01, 0.01), step));
        assertPower(0.95, NotSteady::check, () -> Simulated.shaped(simulated.sample(100, 5, 5, 0.01, 0.01), slowStart));
        assertPower(0.9, NotSteady::check, () -> Simulated.shaped(simulated.sample(100, 3, 5, 0.01, 0.01), trend));
        assertPower(
                0.9, NotSteady::check, () -> Simulated.shaped(simulated.sample(100, 3, 3, 0.01, 0.005), 1.2, 1.1, 1));
    }

    @Test
    void aMoveTooSmallToMatterIsSteady() {
        Sample sample = Simulated.shaped(simulated.sample(100, 5, 5, 0.01, 1e-5), 1.008, 1.006, 1.004, 1.002, 1);
        assertEquals(Optional.empty(), NotSteady.check(sample));
    }

    @Test
    void oneForkThatWandersIsNotTheWarmUp() {
        double[][] forks = simulated.sample(100, 5, 10, 0.01, 0.005).forks();
        for (int i = 0; i < 10; i++) {
            forks[2][i] *= 1 + 0.1 * i;
        }
        assertEquals(Optional.empty(), NotSteady.check(new Sample(forks)));
    }

    @Test
    void forksThatMoveApartAreNotTheWarmUp() {
        double[] falls = {108, 109, 107, 106, 105, 104, 103, 102, 101, 100};
        double[] rises = {100, 100, 100, 100, 100, 100, 100, 101, 101, 101};
        assertKind(Warning.Kind.NOT_STEADY, NotSteady.check(new Sample(new double[][] {falls, falls, falls, rises})));
        assertEquals(Optional.empty(), NotSteady.check(new Sample(new double[][] {falls, falls, falls, rises, rises})));
    }

    @Test
    void findsOutliers() {
        double[][] forks = simulated.sample(100, 3, 5, 0.01, 0.01).forks();
        forks[1][3] *= 2;
        Warning warning = Outliers.check(new Sample(forks)).orElseThrow();
        assertTrue(warning.message().startsWith("1 of 15 iterations"), warning.message());
        assertEquals(Warning.Severity.NOTE, warning.severity());
    }

    @Test
    void constantRowsHaveNothingToReport() {
        Sample constant = new Sample(new double[][] {{3, 3, 3}, {3, 3, 3}, {3, 3, 3}, {3, 3, 3}, {3, 3, 3}});
        assertEquals(
                List.of(),
                Analysers.ofRow(constant, Estimates.of(List.of(constant), 0.95).get(0)));
    }

    @Test
    void groupsAreNotReportedAsDisagreementToo() {
        Sample sample = Simulated.forksTimes(simulated.sample(100, 6, 5, 0.005, 0.01), 1, 2);
        List<Warning> warnings =
                Analysers.ofRow(sample, Estimates.of(List.of(sample), 0.95).get(0));
        assertEquals(
                List.of(Warning.Kind.BIMODAL_FORKS, Warning.Kind.TOO_FEW_FORKS),
                warnings.stream().map(Warning::kind).toList());
    }

    private static void assertPower(
            double least, Function<Sample, Optional<Warning>> analyser, Supplier<Sample> planted) {
        double found = Simulated.share(500, () -> analyser.apply(planted.get()).isPresent());
        assertTrue(found >= least, () -> "found in " + found);
    }

    private static void assertKind(Warning.Kind kind, Optional<Warning> warning) {
        assertEquals(kind, warning.orElseThrow().kind());
    }
}
