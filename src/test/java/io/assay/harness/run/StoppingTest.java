package io.assay.harness.run;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.result.environment.JdkFacts;
import io.assay.harness.result.environment.Jdks;
import io.assay.harness.stats.StoppingRule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.annotations.Mode;

class StoppingTest {
    private static final RunRequest.Overrides NONE = RunRequest.Overrides.NONE;
    private static final JdkFacts JDK = Jdks.resolve(System.getProperty("java.home"));

    private static Stopping of(Preset preset, RunRequest.Overrides given, boolean fixed) {
        RunRequest request = new RunRequest(List.of("x"), preset, given, Map.of(), List.of(), List.of(), 1, fixed);
        return Stopping.of(request, given.applyTo(preset.settings()), Set.of("a.Threads.many"));
    }

    private static RunRequest.Overrides given(Integer forks, Integer warmUps, Duration warmUp, Integer count) {
        return new RunRequest.Overrides(
                forks == null ? OptionalInt.empty() : OptionalInt.of(forks),
                warmUps == null ? OptionalInt.empty() : OptionalInt.of(warmUps),
                Optional.ofNullable(warmUp),
                count == null ? OptionalInt.empty() : OptionalInt.of(count),
                Optional.empty(),
                Optional.empty());
    }

    private static Cell cell(String benchmark, Mode mode) {
        Launch launch = new Launch(new Profiles(Path.of("")).load(Profiles.DEFAULT), JDK, "");
        return new Cell(benchmark, mode, Map.of(), 64, 1, launch);
    }

    @ParameterizedTest
    @EnumSource(names = {"QUICK", "STANDARD", "THOROUGH"})
    void cuttingKeepsTheTimes(Preset preset) {
        Stopping stopping = of(preset, NONE, false);
        assertEquals(preset.settings().measured(), stopping.cut().measured());
        assertTrue(stopping.rule().warmUpLeast() < stopping.rule().warmUpCap());
        assertTrue(stopping.rule().measuredLeast() < stopping.rule().measuredCap());
        assertTrue(stopping.inFork(cell("a.B.c", Mode.AverageTime)));
        assertEquals(stopping.cut(), stopping.settings(cell("a.B.c", Mode.Throughput)));
    }

    @Test
    void standardInNumbers() {
        Settings cut = of(Preset.STANDARD, NONE, false).cut();
        assertEquals(new Settings(5, 25, Duration.ofMillis(100), 10, Duration.ofMillis(250)), cut);
    }

    @Test
    void smokeAndFixedAreOff() {
        for (Stopping off : List.of(of(Preset.SMOKE, NONE, false), of(Preset.STANDARD, NONE, true))) {
            Cell cell = cell("a.B.c", Mode.AverageTime);
            assertFalse(off.inFork(cell));
            assertFalse(off.acrossForks(cell));
            assertEquals(off.full(), off.settings(cell));
            assertEquals(off.full(), off.settings(cell("a.Threads.many", Mode.AverageTime)));
            assertEquals(false, off.facts().get("on"));
        }
    }

    @Test
    void aPrecisionThatIsAskedForEndsRowsOfThePresetThatIsTooShortForTheRule() {
        for (boolean fixed : new boolean[] {false, true}) {
            RunRequest request =
                    new RunRequest(List.of("x"), Preset.SMOKE, NONE, Map.of(), List.of(), List.of(), 1, fixed);
            Stopping asked =
                    Stopping.of(request, Preset.SMOKE.settings().withForks(12), Set.of(), OptionalDouble.of(0.01));
            Cell cell = cell("a.B.c", Mode.AverageTime);
            assertFalse(asked.inFork(cell), "its forks are run in full");
            assertEquals(asked.full(), asked.settings(cell));
            assertEquals(!fixed, asked.acrossForks(cell), "but no more of them than it takes");
            assertEquals(!fixed, asked.facts().get("on"));
            if (!fixed) {
                assertEquals(0.01, asked.precision());
                assertEquals(3, asked.facts().get("leastForks"));
            }
        }
    }

    @Test
    void numbersThatAreGivenAreRun() {
        Stopping forks = of(Preset.STANDARD, given(4, null, null, null), false);
        assertFalse(forks.acrossForks(cell("a.B.c", Mode.AverageTime)));
        assertTrue(forks.inFork(cell("a.B.c", Mode.AverageTime)));
        Stopping warmUps = of(Preset.STANDARD, given(null, 7, null, null), false);
        assertEquals(7, warmUps.rule().warmUpLeast());
        assertEquals(Duration.ofMillis(500), warmUps.cut().warmupTime());
        Stopping warmUp = of(Preset.STANDARD, given(null, null, Duration.ofSeconds(2), null), false);
        assertEquals(5, warmUp.rule().warmUpLeast());
        Stopping measured = of(Preset.STANDARD, given(null, null, null, 8), false);
        assertEquals(8, measured.rule().measuredLeast());
        assertEquals(25, measured.rule().warmUpCap());
        Stopping all = of(Preset.STANDARD, given(4, 7, null, 8), false);
        assertEquals(false, all.facts().get("on"));
    }

    @Test
    void singleShotsSamplesAndThreadsAreFixed() {
        Stopping stopping = of(Preset.STANDARD, NONE, false);
        for (Cell cell : List.of(
                cell("a.B.c", Mode.SingleShotTime),
                cell("a.B.c", Mode.SampleTime),
                cell("a.Threads.many", Mode.AverageTime))) {
            assertFalse(stopping.inFork(cell), cell::toString);
            assertFalse(stopping.acrossForks(cell), cell::toString);
        }
        assertEquals(stopping.full(), stopping.settings(cell("a.B.c", Mode.SampleTime)));
        assertEquals(stopping.full(), stopping.settings(cell("a.Threads.many", Mode.AverageTime)));
        Settings brief = of(Preset.QUICK, NONE, false).settings(cell("a.Threads.many", Mode.AverageTime));
        assertEquals(new Settings(3, 3, Duration.ofMillis(400), 3, Duration.ofMillis(400)), brief);
        Settings shot = stopping.settings(cell("a.B.c", Mode.SingleShotTime));
        assertEquals(0, shot.warmupIterations());
        assertEquals(1, shot.iterations());
    }

    @Test
    void planSurvivesTheWayIntoTheFork() {
        Stopping.InFork plan = of(Preset.QUICK, NONE, false).plan();
        assertEquals(plan, Stopping.InFork.decoded(plan.encoded()));
        assertEquals(new StoppingRule(8, 12, 2, 10), plan.rule());
        assertEquals(new Stopping.Cap(4, Duration.ofMillis(600)), plan.warmUp());
        assertEquals(new Stopping.Cap(5, Duration.ofMillis(750)), plan.measured());
    }

    @Test
    void longOperationsGetThePresetsIterationsAndNoMore() {
        Stopping.Cap cap = new Stopping.Cap(5, Duration.ofMillis(2_500));
        long second = 1_000_000_000;
        assertAll(
                () -> assertFalse(cap.over(4, 12 * second), "as many as uncut, whatever they take"),
                () -> assertTrue(cap.over(5, 15 * second)),
                () -> assertFalse(cap.over(8, 2 * second)),
                () -> assertTrue(cap.over(9, 5 * second / 2)));
    }

    @Test
    void thisJmhLetsForksBeEnded() {
        assertTrue(ForkStop.worksOn(17));
        assertTrue(ForkStop.worksOn(25));
        assertFalse(ForkStop.worksOn(26), "final fields may be protected: JEP 500");
    }
}
