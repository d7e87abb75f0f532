package io.assay.harness.run;

import io.assay.harness.result.UserError;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Finds the smallest heap that a workload completes with, by trying. */
public final class HeapProbe {
    /** Heaps are tried in steps of this many mebibytes: collectors round to regions of their own. */
    public static final int STEP = 4;

    private static final double NEAR = 1.05;
    private static final int LARGEST = 1 << 16;

    /** A heap that is almost too small collects without end; what takes this much longer than it was given has failed. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Settings BRIEF = new Settings(1, 1, Duration.ofMillis(300), 2, Duration.ofMillis(300));

    private final ForkRunner runner = new ForkRunner(PATIENCE);
    private final Interruption interruption;

    /** Probes until it is interrupted. */
    public HeapProbe(Interruption interruption) {
        this.interruption = interruption;
    }

    /**
     * The smallest heap of a row, within five percent.
     *
     * @return mebibytes; empty where the profile does not start on the JDK, or the search was interrupted
     * @throws UserError if the workload fails otherwise than for want of memory, or with the largest heap
     */
    public Optional<Integer> smallest(Benchmark benchmark, Map<String, String> params, Launch launch) {
        if (LaunchProbe.unavailable(launch).isPresent()) {
            return Optional.empty();
        }
        JmhLock lock = JmhLock.takeOrRefuse();
        try {
            int found = smallest(benchmark.heap(), heap -> completes(benchmark, params, launch, heap));
            return interruption.happened() ? Optional.empty() : Optional.of(found);
        } finally {
            lock.close();
        }
    }

    /**
     * The smallest heap that will do, within five percent: the bounds are doubled until one will, then halved.
     *
     * @param guess where to begin, in mebibytes
     * @throws UserError if even the largest will not do
     */
    static int smallest(int guess, IntPredicate completes) {
        int high = up(guess);
        int low = 0;
        while (!completes.test(high)) {
            low = high;
            high *= 2;
            if (high > LARGEST) {
                throw new UserError("no heap up to " + LARGEST + " MiB is enough for it; name another workload");
            }
        }
        // The widest step first: the declared heap is generous.
        while (high - low > STEP && high > NEAR * Math.max(low, 1)) {
            int middle = Math.min(high - STEP, up(low == 0 ? high / 2 : (int) Math.sqrt((double) low * high)));
            if (middle <= low) {
                break;
            }
            if (completes.test(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /** Whether the user ended the search: what it found until then means nothing. */
    public boolean interrupted() {
        return interruption.happened();
    }

    /** The next heap that can be tried. */
    public static int up(double mebibytes) {
        return Math.max(1, (int) Math.ceil(mebibytes / STEP)) * STEP;
    }

    private boolean completes(Benchmark benchmark, Map<String, String> params, Launch launch, int heap) {
        if (interruption.happened()) {
            return true;
        }
        Launch smaller =
                new Launch(launch.profile().withHeap(launch.profile().name(), heap), launch.jdk(), launch.jdkName());
        Cell cell = new Cell(benchmark.name(), benchmark.mode(), params, heap, benchmark.operations(), smaller);
        ForkOutcome outcome;
        try {
            outcome = interruption.during(() -> runner.run(cell, BRIEF, (score, unit) -> {}));
        } catch (JmhBusyException e) {
            throw e.toUserError();
        }
        if (outcome instanceof ForkOutcome.Failed failed && !interruption.happened()) {
            String cause = failed.cause();
            // Some collectors do not even start with a heap of a few mebibytes.
            if (cause.startsWith("out of memory")
                    || cause.startsWith("hung")
                    || cause.startsWith("the fork ended with exit status")) {
                return false;
            }
            throw new UserError(cell.key(true, false) + ": fails with a heap of " + heap + " MiB: " + cause);
        }
        return true;
    }
}
