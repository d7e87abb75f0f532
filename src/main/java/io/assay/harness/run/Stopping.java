package io.assay.harness.run;

import io.assay.harness.stats.ForkPrecision;
import io.assay.harness.stats.StoppingRule;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.openjdk.jmh.annotations.Mode;

/**
 * Which rows of a run may stop early, and how their forks are cut into iterations so that they can. A preset's counts
 * and times become caps. A number the user gave is the number that is run: given warm-up or measured iterations, or
 * their times, fix that phase, and a given number of forks is run in full.
 *
 * @param full the settings of a row that does not stop early
 * @param cut the same times in shorter iterations, as far as a phase may stop early
 * @param rule the rule inside a fork
 * @param byForks whether rows drop out of later rounds once their interval is narrow
 * @param precision how narrow, as a share of the value
 * @param off why nothing stops early; empty where something does
 * @param threads rows of several threads: their iterations are too unlike for the rule, and must not be short
 */
record Stopping(
        Settings full,
        Settings cut,
        StoppingRule rule,
        boolean byForks,
        double precision,
        String off,
        SeveralThreads threads) {
    private static final int WARM_UP_PARTS = 5;
    private static final int MEASURED_PARTS = 2;

    /** A shorter iteration is mostly its own start and end; a longer one than the second makes the rule's steps coarse. */
    private static final long SHORTEST_MILLIS = 50;

    private static final long LONGEST_WARM_UP_MILLIS = 200;

    /**
     * The plan of a run.
     *
     * @param full the run's settings after options and budget
     */
    static Stopping of(RunRequest request, Settings full, Set<String> multiThreaded) {
        return of(request, full, multiThreaded, request.preset().precision());
    }

    /**
     * The same with another demand on the rows' intervals than the preset's. Forks of a preset that is too short for the
     * rule run in full, and rows drop out all the same.
     *
     * @param precision how narrow; empty where no row drops out
     */
    static Stopping of(RunRequest request, Settings full, Set<String> multiThreaded, OptionalDouble precision) {
        RunRequest.Overrides given = request.overrides();
        boolean off = request.fixed() || precision.isEmpty();
        boolean judgeable = !off && request.preset().precision().isPresent();
        boolean warmUp = judgeable
                && given.warmupIterations().isEmpty()
                && given.warmupTime().isEmpty()
                && full.warmupIterations() > 0;
        boolean measuring =
                judgeable && given.iterations().isEmpty() && given.time().isEmpty();
        boolean forks = !off && given.forks().isEmpty();
        Settings cut = full;
        if (warmUp) {
            long millis = Math.min(LONGEST_WARM_UP_MILLIS, part(full.warmupTime(), WARM_UP_PARTS));
            cut = cut.withWarmUp(parts(full.warmupTime(), full.warmupIterations(), millis), Duration.ofMillis(millis));
        }
        if (measuring) {
            long millis = part(full.time(), MEASURED_PARTS);
            cut = cut.withMeasured(parts(full.time(), full.iterations(), millis), Duration.ofMillis(millis));
        }
        StoppingRule rule = StoppingRule.within(cut.warmupIterations(), cut.iterations());
        rule = warmUp ? rule : rule.withFixedWarmUp();
        rule = measuring ? rule : rule.withFixedMeasuring();
        String why = request.fixed()
                ? "--fixed"
                : off
                        ? "the preset is too short to judge"
                        : rule.canStop() || forks ? "" : "all counts are given or too small to judge";
        return new Stopping(
                full,
                rule.canStop() ? cut : full,
                rule,
                forks,
                precision.orElse(Double.NaN),
                why,
                SeveralThreads.of(request, multiThreaded));
    }

    /** The same where forks cannot end early. */
    Stopping acrossForksAlone() {
        StoppingRule inFull = StoppingRule.within(full.warmupIterations(), full.iterations())
                .withFixedWarmUp()
                .withFixedMeasuring();
        String why = off.isEmpty() && !byForks ? "forks of another jar's JMH run in full" : off;
        return new Stopping(full, full, inFull, byForks, precision, why, threads);
    }

    private static long part(Duration time, int parts) {
        return Math.min(time.toMillis(), Math.max(SHORTEST_MILLIS, time.toMillis() / parts));
    }

    private static int parts(Duration time, int count, long millis) {
        return Math.toIntExact(Math.max(1, time.toMillis() * count / millis));
    }

    /** Whether the row's forks may end early. */
    boolean inFork(Cell cell) {
        return off.isEmpty()
                && rule.canStop()
                && judged(cell)
                && ForkStop.worksOn(cell.launch().jdk().feature());
    }

    /** Whether the row may do with fewer forks. */
    boolean acrossForks(Cell cell) {
        return off.isEmpty() && byForks && judged(cell);
    }

    /** Single shots and samples are no series of levels, and threads disturb each other for as long as they run. */
    private boolean judged(Cell cell) {
        return (cell.mode() == Mode.AverageTime || cell.mode() == Mode.Throughput) && !threads.has(cell);
    }

    /** Whether any row's forks may end early. */
    boolean cutsAny(List<Cell> cells) {
        return cells.stream().anyMatch(this::inFork);
    }

    /** The most that a fork of the row runs. A single shot is the first of its JVM: nothing comes before it or after. */
    Settings settings(Cell cell) {
        if (cell.mode() == Mode.SingleShotTime) {
            return full.withWarmUp(0, full.warmupTime()).withMeasured(1, full.time());
        }
        return inFork(cell) ? cut : full(cell);
    }

    /** What a fork of the row runs where it does not end early. */
    Settings full(Cell cell) {
        return threads.settings(full, cell);
    }

    /** What the fork itself must know. */
    InFork plan() {
        return new InFork(
                rule,
                new Cap(full.warmupIterations(), full.warmupTime().multipliedBy(full.warmupIterations())),
                new Cap(full.iterations(), full.time().multipliedBy(full.iterations())));
    }

    /** For {@code cells.json}. */
    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("on", off.isEmpty());
        if (off.isEmpty()) {
            facts.put("leastWarmupIterations", rule.warmUpLeast());
            facts.put("leastIterations", rule.measuredLeast());
            facts.put("leastForks", byForks ? Math.min(full.forks(), ForkPrecision.LEAST_FORKS) : full.forks());
            facts.put("precision", precision);
        } else {
            facts.put("why", off);
        }
        return facts;
    }

    /**
     * The cap of a phase in time: an operation may take longer than a cut iteration, and the phase then as many times
     * longer.
     *
     * @param iterations uncut; as many are run whatever they take
     * @param time the phase's length
     */
    record Cap(int iterations, Duration time) {
        boolean over(int count, long nanos) {
            return count >= iterations && nanos >= time.toNanos();
        }
    }

    /**
     * The plan as it is handed to the fork.
     *
     * @param rule when a phase ends
     * @param warmUp its cap in time
     * @param measured its cap in time
     */
    record InFork(StoppingRule rule, Cap warmUp, Cap measured) {
        /** Eight whole numbers. */
        String encoded() {
            return rule.warmUpLeast() + " " + rule.warmUpCap() + " " + rule.measuredLeast() + " " + rule.measuredCap()
                    + " " + warmUp.iterations() + " " + warmUp.time().toMillis() + " " + measured.iterations() + " "
                    + measured.time().toMillis();
        }

        static InFork decoded(String text) {
            int[] n = Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
            return new InFork(
                    new StoppingRule(n[0], n[1], n[2], n[3]),
                    new Cap(n[4], Duration.ofMillis(n[5])),
                    new Cap(n[6], Duration.ofMillis(n[7])));
        }
    }
}
