package io.assay.harness.run;

import io.assay.harness.result.Units;
import io.assay.harness.result.UserError;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.Result;

/** Finds the smallest heap that a workload completes with, by trying. */
public final class HeapProbe {
    /** Heaps are tried in steps of this many mebibytes: collectors round to regions of their own. */
    public static final int STEP = 4;

    /**
     * How many times as long as with ample heap a fork may take. Some collectors give up where they free next to nothing;
     * the others go on without end, each its own way, so that the same limit must end all of them.
     */
    public static final int TIMES = 10;

    private static final double NEAR = 1.05;

    /** Before any fork has completed nothing is known; then a machine that hiccups once must not look like a heap too small. */
    private static final Duration UNKNOWN = Duration.ofMinutes(2);

    private static final Duration SHORTEST_LIMIT = Duration.ofSeconds(5);

    private static final Settings BRIEF = new Settings(1, 1, Duration.ofMillis(300), 2, Duration.ofMillis(300));

    private final ForkRunner runner = new ForkRunner(UNKNOWN);
    private final Interruption interruption;

    /** Probes until it is interrupted. */
    public HeapProbe(Interruption interruption) {
        this.interruption = interruption;
    }

    /**
     * What was found.
     *
     * @param mebibytes the smallest heap that completed
     * @param near whether five percent or a step less did not; if not, the time was over before that was tried
     * @param operation how long an operation takes with the most heap that was tried
     */
    public record Smallest(int mebibytes, boolean near, Duration operation) {}

    /**
     * What came of a search.
     *
     * @param smallest empty where no heap is known to do, or the search was interrupted
     * @param why none is, in a few words; empty where one is
     */
    public record Answer(Optional<Smallest> smallest, String why) {}

    /** Says that no heap was enough; other profiles may do with less. */
    static final class NotEnough extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotEnough(String message) {
            super(message);
        }
    }

    /**
     * A heap, and whether it is known to be within five percent of the smallest.
     *
     * @param mebibytes that completed
     * @param near whether it is
     */
    record Bound(int mebibytes, boolean near) {}

    /** The forks of one search: what the first that completed took is what the others are held against. */
    private final class Trials {
        private final Benchmark benchmark;
        private final Map<String, String> params;
        private final Launch launch;
        private final long end;
        private Optional<Duration> ample = Optional.empty();
        private Duration operation = Duration.ZERO;

        Trials(Benchmark benchmark, Map<String, String> params, Launch launch, Duration most) {
            this.benchmark = benchmark;
            this.params = params;
            this.launch = launch;
            this.end = System.nanoTime() + most.toNanos();
        }

        boolean timeLeft() {
            return System.nanoTime() < end;
        }

        private ForkLimit limit() {
            Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
            return ample.map(wall -> new ForkLimit(
                            longer(SHORTEST_LIMIT, wall.multipliedBy(TIMES)),
                            TIMES + " times what it takes with ample heap"))
                    .orElseGet(() -> new ForkLimit(
                            longer(SHORTEST_LIMIT, shorter(left, UNKNOWN)), "all the time that the search has"));
        }

        boolean completes(int heap) {
            if (interruption.happened()) {
                return true;
            }
            Launch smaller = new Launch(
                    launch.profile().withHeap(launch.profile().name(), heap), launch.jdk(), launch.jdkName());
            Cell cell = new Cell(benchmark.name(), benchmark.mode(), params, heap, benchmark.operations(), smaller);
            long began = System.nanoTime();
            ForkOutcome outcome;
            try {
                Optional<ForkLimit> limit = Optional.of(limit());
                outcome = interruption.during(
                        () -> runner.run(cell, BRIEF, Optional.empty(), limit, (score, unit) -> {}));
            } catch (JmhBusyException e) {
                throw e.toUserError();
            }
            if (outcome instanceof ForkOutcome.Measured measured && ample.isEmpty()) {
                ample = Optional.of(Duration.ofNanos(System.nanoTime() - began));
                operation = operation(measured.result(), benchmark.operations());
            }
            if (outcome instanceof ForkOutcome.Failed failed && !interruption.happened()) {
                if (!isTooLittle(failed.cause())) {
                    throw new UserError(
                            cell.key(true, false) + ": fails with a heap of " + heap + " MiB: " + failed.cause());
                }
                return false;
            }
            return true;
        }
    }

    /** Some collectors do not even start with a heap of a few mebibytes. */
    private static boolean isTooLittle(String cause) {
        return cause.startsWith("out of memory")
                || cause.startsWith(ForkLimit.CAUSE)
                || cause.startsWith("the fork ended with exit status");
    }

    private static Duration operation(BenchmarkResult result, int operations) {
        Result<?> score = result.getPrimaryResult();
        return Units.nanosPerOperation(score.getScore(), score.getScoreUnit())
                .filter(nanos -> nanos > 0 && nanos < Long.MAX_VALUE)
                .map(nanos -> Duration.ofNanos((long) (nanos * operations)))
                .orElse(Duration.ZERO);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /**
     * The smallest heap of a row, within five percent if the time allows it.
     *
     * @param most what the search may take; a fork that has begun by then is waited for
     * @return none where the profile does not start on the JDK, the workload fails with all the memory that this machine has,
     *     the time is over before any heap was enough, or the search was interrupted
     * @throws UserError if the workload fails otherwise than for want of memory
     */
    public Answer smallest(Benchmark benchmark, Map<String, String> params, Launch launch, Duration most) {
        if (LaunchProbe.unavailable(launch).isPresent()) {
            return new Answer(Optional.empty(), "does not start here");
        }
        JmhLock lock = JmhLock.takeOrRefuse();
        try {
            Trials trials = new Trials(benchmark, params, launch, most);
            Bound found = smallest(benchmark.heap(), Memory.mebibytes(), trials::completes, trials::timeLeft);
            return interruption.happened()
                    ? new Answer(Optional.empty(), "interrupted")
                    : new Answer(Optional.of(new Smallest(found.mebibytes(), found.near(), trials.operation)), "");
        } catch (NotEnough none) {
            return new Answer(Optional.empty(), String.valueOf(none.getMessage()));
        } finally {
            lock.close();
        }
    }

    /**
     * The smallest heap that will do: the bounds are doubled until one will, then halved until they are five percent apart.
     *
     * @param guess where to begin, in mebibytes
     * @param largest that can be tried
     * @param timeLeft whether another may be tried
     * @throws NotEnough if even the largest will not do, or the time is over before one did
     */
    static Bound smallest(int guess, int largest, IntPredicate completes, BooleanSupplier timeLeft) {
        int high = Math.min(up(guess), Math.max(STEP, largest / STEP * STEP));
        int low = 0;
        while (!completes.test(high)) {
            if (high > largest / 2) {
                throw new NotEnough("no heap up to " + high + " MiB is enough for it, and this machine has " + largest
                        + " MiB; name another workload");
            }
            if (!timeLeft.getAsBoolean()) {
                throw new NotEnough("no heap up to " + high
                        + " MiB was enough for it in its part of the --budget; give more, or a smaller workload");
            }
            low = high;
            high *= 2;
        }
        // The widest step first: the declared heap is generous.
        while (high - low > STEP && high > NEAR * Math.max(low, 1)) {
            int middle = Math.min(high - STEP, up(low == 0 ? high / 2 : (int) Math.sqrt((double) low * high)));
            if (middle <= low) {
                break;
            }
            if (!timeLeft.getAsBoolean()) {
                return new Bound(high, false);
            }
            if (completes.test(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return new Bound(high, true);
    }

    /** The largest heap that can be tried, in mebibytes. */
    public static int largest() {
        return Memory.mebibytes();
    }

    /** Whether the user ended the search: what it found until then means nothing. */
    public boolean interrupted() {
        return interruption.happened();
    }

    /** The next heap that can be tried. */
    public static int up(double mebibytes) {
        return Math.max(1, (int) Math.ceil(mebibytes / STEP)) * STEP;
    }
}
