package io.assay.harness.run;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.annotations.Mode;

/**
 * The least that rows of several threads are measured for. Threads that hand over to each other take turns on one core
 * for as long as the scheduler likes, milliseconds at a time, and while all cores are busy the compilers wait for
 * theirs: an iteration must hold many such turns, and the warm-up the compilers' delay (docs/method.md has figures). A
 * phase that is shorter becomes fewer and longer iterations; what the user gave stands.
 *
 * @param benchmarks those that keep several threads busy by themselves
 * @param given numbers that nothing changes
 * @param longer whether they are longer at all; where figures are not for reading, whatever starts is measured enough
 */
record SeveralThreads(Set<String> benchmarks, RunRequest.Overrides given, boolean longer) {
    /** The shortest iteration. */
    static final Duration LEAST_TIME = Duration.ofMillis(400);

    private static final int LEAST_ITERATIONS = 3;

    SeveralThreads {
        benchmarks = Set.copyOf(benchmarks);
    }

    /** Of a run: {@link Preset#SMOKE} starts as many rows as its time holds, and no figure of it is read. */
    static SeveralThreads of(RunRequest request, Set<String> benchmarks) {
        return new SeveralThreads(benchmarks, request.overrides(), request.preset() != Preset.SMOKE);
    }

    /** Whether a row has several threads. A single shot has no iterations that could be longer. */
    boolean has(Cell cell) {
        return has(cell.benchmark(), cell.mode(), cell.threads());
    }

    private boolean has(String benchmark, Mode mode, int asked) {
        return mode != Mode.SingleShotTime && (asked > 1 || benchmarks.contains(benchmark));
    }

    /** Whether a row may take longer than those of one thread. */
    boolean lengthens(Cell cell) {
        return longer && has(cell);
    }

    /** Whether rows of a benchmark may, with the threads that it has by itself. */
    boolean lengthens(Benchmark benchmark) {
        return longer && has(benchmark.name(), benchmark.mode(), 0);
    }

    /** What a row gets of a run's settings. */
    Settings settings(Settings ofRun, Cell cell) {
        return lengthens(cell) ? stretched(ofRun) : ofRun;
    }

    /** What rows of several threads get of a run's settings: at least three warm-up iterations, none too short. */
    Settings stretched(Settings ofRun) {
        if (!longer) {
            return ofRun;
        }
        boolean warmUpCounted = given.warmupIterations().isPresent();
        boolean counted = given.iterations().isPresent();
        Duration warmUp = given.warmupTime().orElse(atLeast(ofRun.warmupTime()));
        Duration time = given.time().orElse(atLeast(ofRun.time()));
        int warmUps = warmUpCounted
                ? ofRun.warmupIterations()
                : Math.max(LEAST_ITERATIONS, refilled(ofRun.warmupIterations(), ofRun.warmupTime(), warmUp));
        // No more of them than the run's other rows have.
        int least = Math.min(LEAST_ITERATIONS, ofRun.iterations());
        int iterations =
                counted ? ofRun.iterations() : Math.max(least, refilled(ofRun.iterations(), ofRun.time(), time));
        return ofRun.withWarmUp(warmUps, warmUp).withMeasured(iterations, time);
    }

    private static Duration atLeast(Duration time) {
        return time.compareTo(LEAST_TIME) >= 0 ? time : LEAST_TIME;
    }

    /** How many longer iterations fill the time of so many shorter ones. */
    private static int refilled(int count, Duration shorter, Duration longer) {
        return (int) ((shorter.toMillis() * count + longer.toMillis() - 1) / longer.toMillis());
    }

    /** The longest settings that any of the cells gets. */
    Settings longest(Settings ofRun, List<Cell> cells) {
        return cells.stream().anyMatch(this::lengthens) ? stretched(ofRun) : ofRun;
    }
}
