package io.assay.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
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
    private static final RunRequest.Overrides NONE = RunRequest.Overrides.NONE;

    private static Budget budget(RunRequest.Overrides given, int untimed, Duration time) {
        return new Budget(new SeveralThreads(Set.of(), given, true), untimed, time);
    }

    private static Settings fit(Settings wanted, int cells, int untimed, Duration time) {
        return budget(NONE, untimed, time).fit(wanted, new Budget.Rows(cells, 0, 0));
    }

    private static Duration estimate(Settings settings, int cells, int untimed) {
        return budget(NONE, untimed, Duration.ZERO).estimate(settings, new Budget.Rows(cells, 0, 0));
    }

    @Property(tries = 500)
    void neverOverTheBudgetUnlessAtTheLeast(
            @ForAll("settings") Settings wanted,
            @ForAll @IntRange(min = 1, max = 500) int cells,
            @ForAll @IntRange(max = 1) int untimed,
            @ForAll @IntRange(min = 1, max = 20_000) int seconds) {
        Duration budget = Duration.ofSeconds(seconds);
        Settings fitted = fit(wanted, cells, untimed, budget);
        assertTrue(
                estimate(fitted, cells, untimed).compareTo(budget) <= 0
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
        Settings tight = fit(wanted, cells, 1, Duration.ofSeconds(seconds));
        Settings ample = fit(wanted, cells, 1, Duration.ofSeconds(seconds + more));
        assertTrue(ample.forks() >= tight.forks(), () -> tight + " then " + ample);
        assertTrue(estimate(ample, cells, 1).compareTo(estimate(tight, cells, 1)) >= 0, () -> tight + " then " + ample);
    }

    @ParameterizedTest
    @EnumSource
    void enoughTimeChangesNothing(Preset preset) {
        assertEquals(preset.settings(), fit(preset.settings(), 100, 1, Duration.ofDays(30)));
    }

    /** First length down to a third, then forks down to two, then length down to a tenth, then the second fork. */
    @Test
    void theOrderOfSacrifice() {
        Settings wanted = Preset.STANDARD.settings();
        List<Settings> path = new ArrayList<>();
        for (int seconds = 600; seconds > 0; seconds--) {
            Settings fitted = fit(wanted, 10, 1, Duration.ofSeconds(seconds));
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
        Settings fitted = budget(five, 0, budget).fit(wanted, new Budget.Rows(10, 0, 0));
        assertEquals(5, fitted.forks());
        assertEquals(Duration.ofMillis(500), fitted.time());
        assertTrue(estimate(fitted, 10, 0).compareTo(budget) <= 0, fitted::toString);
        Settings longer = fitted.withWarmUp(
                fitted.warmupIterations(), fitted.warmupTime().multipliedBy(3).dividedBy(2));
        assertTrue(estimate(longer, 10, 0).compareTo(budget) > 0, "no shorter than it must be");
    }

    @Test
    void aSingleForkStaysOne() {
        Settings one = new Settings(1, 0, Duration.ZERO, 5, Duration.ofSeconds(1));
        assertEquals(one.scaled(0.5), fit(one, 10, 0, Duration.ofSeconds(31)));
    }

    /** Their length has a floor, so the others' goes down; then they are left out, and the second fork stays. */
    @Test
    void rowsOfSeveralThreadsGoBeforeTheSecondForkOfAllOthers() {
        Settings quick = Preset.QUICK.settings();
        Budget.Rows rows = new Budget.Rows(100, 10, 0);
        // Two forks a row and one that weighs: 100 rows of 1.92 s at a tenth, 10 of 2 x 2.95 + 0.55 s.
        Settings tenth = quick.withForks(2).scaled(0.1);
        assertEquals(
                Duration.ofMillis(192_000 + 64_500),
                budget(NONE, 1, Duration.ZERO).estimate(tenth, rows));
        assertEquals(tenth, budget(NONE, 1, Duration.ofSeconds(257)).fit(quick, rows), "both");
        assertEquals(tenth, budget(NONE, 1, Duration.ofSeconds(256)).fit(quick, rows), "not all of them");
        assertEquals(tenth, budget(NONE, 1, Duration.ofSeconds(192)).fit(quick, rows), "none of them");
        assertEquals(
                1, budget(NONE, 1, Duration.ofSeconds(191)).fit(quick, rows).forks());
        Budget.Rows threaded = new Budget.Rows(0, 10, 0);
        assertEquals(
                2, budget(NONE, 1, Duration.ofSeconds(65)).fit(quick, threaded).forks());
        assertEquals(
                1,
                budget(NONE, 1, Duration.ofSeconds(64)).fit(quick, threaded).forks(),
                "where there are no others their own second fork goes first");
    }

    /** The harness measures its own floor in every run; rows are not left out to keep a second fork for it. */
    @Test
    void theFloorIsNoOtherRow() {
        Settings quick = Preset.QUICK.settings();
        // Two forks: 10 of 6.45 s and a floor of 1.92 s; one: 10 of 3.5 s and a floor of 1.235 s.
        Budget.Rows rows = new Budget.Rows(0, 10, 1);
        assertEquals(
                2, budget(NONE, 1, Duration.ofMillis(66_420)).fit(quick, rows).forks());
        assertEquals(
                1, budget(NONE, 1, Duration.ofMillis(66_419)).fit(quick, rows).forks());
        assertEquals(1, budget(NONE, 1, Duration.ofSeconds(40)).fit(quick, rows).forks());
        Budget.Rows others = new Budget.Rows(1, 10, 1);
        assertEquals(
                2, budget(NONE, 1, Duration.ofSeconds(40)).fit(quick, others).forks(), "of a row beside it they are");
    }

    @Property(tries = 300)
    void whatStaysGetsNoFewerForksAndFits(
            @ForAll("settings") Settings wanted,
            @ForAll @IntRange(min = 1, max = 100) int alone,
            @ForAll @IntRange(max = 20) int threaded,
            @ForAll @IntRange(max = 100) int went,
            @ForAll @IntRange(min = 1, max = 2_000) int seconds) {
        Budget budget = budget(NONE, 1, Duration.ofSeconds(seconds));
        Settings before = budget.fit(wanted, new Budget.Rows(alone + went, threaded, 1));
        Budget.Rows kept = new Budget.Rows(alone, went % (threaded + 1), 1);
        Settings again = budget.refit(wanted, before, kept);
        if (budget.estimate(before, kept).compareTo(budget.time()) <= 0) {
            assertTrue(again.forks() >= before.forks(), () -> before + " then " + again);
            assertTrue(budget.estimate(again, kept).compareTo(budget.time()) <= 0, again::toString);
        } else {
            assertTrue(
                    again.equals(before) || budget.estimate(again, kept).compareTo(budget.time()) <= 0,
                    again::toString);
        }
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
