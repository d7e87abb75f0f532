package io.assay.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BudgetTest {
    @Property(tries = 500)
    void neverOverTheBudgetUnlessAtTheLeast(
            @ForAll("settings") Settings wanted,
            @ForAll @IntRange(min = 1, max = 500) int cells,
            @ForAll @IntRange(max = 1) int untimed,
            @ForAll @IntRange(min = 1, max = 20_000) int seconds) {
        Duration budget = Duration.ofSeconds(seconds);
        Settings fitted = Budget.fit(wanted, RunRequest.Overrides.NONE, cells, untimed, budget);
        assertTrue(
                Budget.estimate(fitted, cells, untimed).compareTo(budget) <= 0
                        || fitted.equals(wanted.withForks(1).scaled(0.1)),
                fitted::toString);
        assertEquals(wanted.iterations(), fitted.iterations());
        assertEquals(wanted.warmupIterations(), fitted.warmupIterations());
    }

    @Property(tries = 500)
    void moreTimeNeverGivesLess(
            @ForAll("settings") Settings wanted,
            @ForAll @IntRange(min = 1, max = 500) int cells,
            @ForAll @IntRange(min = 1, max = 20_000) int seconds,
            @ForAll @IntRange(max = 1_000) int more) {
        Settings tight = Budget.fit(wanted, RunRequest.Overrides.NONE, cells, 1, Duration.ofSeconds(seconds));
        Settings ample = Budget.fit(wanted, RunRequest.Overrides.NONE, cells, 1, Duration.ofSeconds(seconds + more));
        assertTrue(ample.forks() >= tight.forks(), () -> tight + " then " + ample);
        assertTrue(
                Budget.estimate(ample, cells, 1).compareTo(Budget.estimate(tight, cells, 1)) >= 0,
                () -> tight + " then " + ample);
    }

    @Property(tries = 200)
    void asManyCellsAsItSaysFitAndOneMoreDoesNot(
            @ForAll("settings") Settings settings, @ForAll @IntRange(min = 1, max = 20_000) int seconds) {
        Duration budget = Duration.ofSeconds(seconds);
        int most = Budget.cellsWithin(settings, 1, budget);
        assertTrue(Budget.estimate(settings, most, 1).compareTo(budget) <= 0);
        assertTrue(Budget.estimate(settings, most + 1, 1).compareTo(budget) > 0);
    }

    @ParameterizedTest
    @EnumSource
    void enoughTimeChangesNothing(Preset preset) {
        assertEquals(
                preset.settings(),
                Budget.fit(preset.settings(), RunRequest.Overrides.NONE, 100, 1, Duration.ofDays(30)));
    }

    /** First length down to a third, then forks down to two, then length down to a tenth, then the second fork. */
    @Test
    void theOrderOfSacrifice() {
        Settings wanted = Preset.STANDARD.settings();
        List<Settings> path = new ArrayList<>();
        for (int seconds = 600; seconds > 0; seconds--) {
            Settings fitted = Budget.fit(wanted, RunRequest.Overrides.NONE, 10, 1, Duration.ofSeconds(seconds));
            if (path.isEmpty() || !path.get(path.size() - 1).equals(fitted)) {
                path.add(fitted);
            }
        }
        assertEquals(wanted, path.get(0));
        assertEquals(wanted.withForks(1).scaled(0.1), path.get(path.size() - 1));
        Duration third = wanted.scaled(0.33).time();
        Duration tenth = wanted.scaled(0.1).time();
        for (int i = 1; i < path.size(); i++) {
            Settings before = path.get(i - 1);
            Settings after = path.get(i);
            if (after.forks() < before.forks()) {
                assertEquals(before.forks() > 2 ? third : tenth, before.time(), "when a fork of " + before + " went");
            }
            assertTrue(after.time().compareTo(third) >= 0 || after.forks() <= 2, after::toString);
        }
        assertTrue(path.stream().anyMatch(s -> s.forks() == 2 && s.time().equals(tenth)));
    }

    /** Five forks that are put back afterwards must not shorten anything for forks that were taken away. */
    @Test
    void givenNumbersStandWhileTheOthersAreFitted() {
        RunRequest.Overrides five = new RunRequest.Overrides(
                OptionalInt.of(5),
                OptionalInt.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.of(Duration.ofMillis(500)),
                Optional.empty());
        Settings wanted = five.applyTo(Preset.STANDARD.settings());
        Duration budget = Duration.ofSeconds(200);
        Settings fitted = Budget.fit(wanted, five, 10, 0, budget);
        assertEquals(5, fitted.forks());
        assertEquals(Duration.ofMillis(500), fitted.time());
        assertTrue(Budget.estimate(fitted, 10, 0).compareTo(budget) <= 0, fitted::toString);
        Settings longer = fitted.withWarmUp(
                fitted.warmupIterations(), fitted.warmupTime().multipliedBy(3).dividedBy(2));
        assertTrue(Budget.estimate(longer, 10, 0).compareTo(budget) > 0, "no shorter than it must be");
    }

    @Test
    void aSingleForkStaysOne() {
        Settings one = new Settings(1, 0, Duration.ZERO, 5, Duration.ofSeconds(1));
        assertEquals(one.scaled(0.5), Budget.fit(one, RunRequest.Overrides.NONE, 10, 0, Duration.ofSeconds(31)));
    }

    @Provide
    Arbitrary<Settings> settings() {
        Arbitrary<Duration> times = Arbitraries.longs().between(10, 2_000).map(Duration::ofMillis);
        return Combinators.combine(
                        Arbitraries.integers().between(1, 10),
                        Arbitraries.integers().between(0, 10),
                        times,
                        Arbitraries.integers().between(1, 10),
                        times)
                .as(Settings::new);
    }
}
