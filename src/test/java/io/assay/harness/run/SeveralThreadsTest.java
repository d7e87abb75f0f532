package io.assay.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;

class SeveralThreadsTest {
    private static final SeveralThreads THREADS =
            new SeveralThreads(Set.of("a.Many.b"), RunRequest.Overrides.NONE, true);

    private static Settings settings(int warmUps, int warmUp, int count, int time) {
        return new Settings(2, warmUps, Duration.ofMillis(warmUp), count, Duration.ofMillis(time));
    }

    private static Cell cell(String benchmark, Mode mode, int threads) {
        Launch launch = RunFixtures.launch(RunFixtures.PLAIN, 17);
        return new Cell(benchmark, mode, Map.of(), 64, 1, launch, threads);
    }

    private static Settings given(Settings run, Integer warmUps, Integer warmUp, Integer count, Integer time) {
        RunRequest.Overrides given = new RunRequest.Overrides(
                OptionalInt.empty(),
                warmUps == null ? OptionalInt.empty() : OptionalInt.of(warmUps),
                Optional.ofNullable(warmUp).map(Duration::ofMillis),
                count == null ? OptionalInt.empty() : OptionalInt.of(count),
                Optional.ofNullable(time).map(Duration::ofMillis),
                Optional.empty());
        return new SeveralThreads(Set.of(), given, true).stretched(given.applyTo(run));
    }

    @Test
    void theBenchmarksOwnThreadsCountAndThoseThatAreAskedFor() {
        assertTrue(THREADS.has(cell("a.Many.b", Mode.AverageTime, 0)));
        assertTrue(THREADS.has(cell("a.Many.b", Mode.SampleTime, 1)), "its own stay");
        assertTrue(THREADS.has(cell("a.One.b", Mode.Throughput, 2)));
        assertFalse(THREADS.has(cell("a.One.b", Mode.AverageTime, 1)));
        assertFalse(THREADS.has(cell("a.One.b", Mode.AverageTime, 0)));
        assertFalse(THREADS.has(cell("a.Many.b", Mode.SingleShotTime, 8)), "no iterations to be longer");
    }

    @Test
    void othersKeepTheirSettings() {
        Settings brief = settings(1, 10, 1, 10);
        assertEquals(brief, THREADS.settings(brief, cell("a.One.b", Mode.AverageTime, 1)));
        assertEquals(settings(3, 400, 1, 400), THREADS.settings(brief, cell("a.One.b", Mode.AverageTime, 2)));
        assertEquals(brief, THREADS.longest(brief, List.of(cell("a.One.b", Mode.AverageTime, 1))));
        assertEquals(
                settings(3, 400, 1, 400),
                THREADS.longest(
                        brief, List.of(cell("a.One.b", Mode.AverageTime, 1), cell("a.Many.b", Mode.AverageTime, 0))));
    }

    @Test
    void smokeAloneLeavesThemShort() {
        for (Preset preset : Preset.values()) {
            RunRequest request = new RunRequest(
                    List.of(), preset, RunRequest.Overrides.NONE, Map.of(), List.of(), List.of(), 1, false);
            SeveralThreads threads = SeveralThreads.of(request, THREADS.benchmarks());
            Cell many = cell("a.Many.b", Mode.AverageTime, 0);
            Settings brief = settings(1, 50, 2, 50);
            boolean smoke = preset == Preset.SMOKE;
            assertTrue(threads.has(many), "for the stopping rule");
            assertEquals(!smoke, threads.lengthens(many));
            assertEquals(smoke ? brief : settings(3, 400, 2, 400), threads.settings(brief, many));
            assertEquals(threads.settings(brief, many), threads.stretched(brief));
            assertEquals(threads.settings(brief, many), threads.longest(brief, List.of(many)));
        }
    }

    @Test
    void shorterIterationsBecomeFewerAndLonger() {
        assertEquals(settings(3, 400, 3, 400), THREADS.stretched(settings(4, 15, 5, 15)));
        assertEquals(settings(6, 400, 5, 400), THREADS.stretched(settings(10, 240, 10, 200)));
        assertEquals(settings(5, 400, 4, 400), THREADS.stretched(settings(5, 399, 5, 301)));
        assertEquals(settings(3, 400, 2, 400), THREADS.stretched(settings(1, 50, 2, 50)));
    }

    @Test
    void whatIsLongEnoughStays() {
        for (Preset preset : List.of(Preset.STANDARD, Preset.THOROUGH)) {
            assertEquals(preset.settings(), THREADS.stretched(preset.settings()));
        }
        assertEquals(settings(5, 500, 5, 400), THREADS.stretched(settings(5, 500, 5, 400)));
        assertEquals(settings(3, 500, 5, 400), THREADS.stretched(settings(1, 500, 5, 400)), "too few of them");
    }

    @Test
    void whatTheUserGaveStands() {
        Settings quick = settings(4, 150, 5, 150);
        assertEquals(settings(0, 400, 3, 400), given(quick, 0, null, null, null));
        assertEquals(settings(4, 50, 3, 400), given(quick, null, 50, null, null));
        assertEquals(settings(3, 400, 7, 400), given(quick, null, null, 7, null));
        assertEquals(settings(3, 400, 5, 20), given(quick, null, null, null, 20));
        assertEquals(settings(1, 10, 1, 10), given(quick, 1, 10, 1, 10));
    }

    @Property(tries = 300)
    void neverTooShortAndNeverAnIterationLongerThanItMustBe(
            @ForAll @IntRange(min = 1, max = 12) int warmUps,
            @ForAll @IntRange(min = 10, max = 1_000) int warmUp,
            @ForAll @IntRange(min = 1, max = 12) int count,
            @ForAll @IntRange(min = 10, max = 1_000) int time) {
        Settings run = settings(warmUps, warmUp, count, time);
        Settings got = THREADS.stretched(run);
        assertEquals(run.forks(), got.forks());
        assertTrue(got.warmupIterations() >= 3, got::toString);
        assertTrue(got.iterations() <= count && got.iterations() >= Math.min(3, count), got::toString);
        for (Duration each : List.of(got.warmupTime(), got.time())) {
            assertTrue(each.toMillis() >= 400, got::toString);
        }
        long measured = (long) count * time;
        long gets = got.iterations() * got.time().toMillis();
        assertTrue(gets >= measured, got::toString);
        assertTrue(gets < measured + 400 || got.iterations() == Math.min(3, count), got::toString);
    }
}
