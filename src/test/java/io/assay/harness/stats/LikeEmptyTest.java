package io.assay.harness.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LikeEmptyTest {
    private final Simulated simulated = new Simulated(61);

    /** A disturbed machine only adds time: each iteration up to twice its time, often. */
    private Sample disturbed(double centre, int forks, int iterations) {
        double[][] scores =
                simulated.sample(centre, forks, iterations, 0.05, 0.02).forks();
        for (double[] fork : scores) {
            Arrays.setAll(fork, i -> fork[i] * (simulated.uniform() < 0.5 ? 1 + simulated.uniform() : 1));
        }
        return new Sample(scores);
    }

    @Test
    void findsDeadCodeOnANoisyMachine() {
        double found = Simulated.share(
                500,
                () -> LikeEmpty.check(disturbed(0.4, 3, 3), disturbed(0.4, 3, 3))
                        .isPresent());
        assertTrue(found > 0.98, () -> "found in " + found);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2, 100})
    void staysSilentOnRealWork(double nanoseconds) {
        double alarms = Simulated.share(
                500,
                () -> LikeEmpty.check(disturbed(nanoseconds, 3, 3), disturbed(0.4, 3, 3))
                        .isPresent());
        assertTrue(alarms < 0.005, () -> "alarms in " + alarms);
    }

    @Test
    void theEmptyMethodIsLikeItself() {
        Sample empty = new Sample(new double[][] {{0.4}});
        Warning warning = LikeEmpty.check(empty, empty).orElseThrow();
        assertEquals(Warning.Kind.LIKE_EMPTY, warning.kind());
        assertEquals(Warning.Severity.UNUSABLE, warning.severity());
        assertTrue(warning.message().contains("0.400"), warning.message());
    }

    @Test
    void unitsCancel() {
        Sample row = new Sample(new double[][] {{2e-9}});
        assertEquals(Optional.empty(), LikeEmpty.check(row, new Sample(new double[][] {{0.4e-9}})));
    }
}
