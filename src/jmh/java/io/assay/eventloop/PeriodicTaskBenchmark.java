package io.assay.eventloop;

import io.assay.eventloop.jitter.Activations;
import io.assay.eventloop.jitter.Cause;
import io.assay.eventloop.jitter.Interval;
import io.assay.eventloop.jitter.Load;
import io.assay.eventloop.jitter.PeriodicImplementation;
import io.assay.eventloop.jitter.Scheduler;
import io.assay.eventloop.jitter.Stalls;
import io.assay.eventloop.jitter.Stops;
import io.assay.harness.api.Figure;
import io.assay.harness.api.Headline;
import io.assay.harness.api.Heap;
import io.assay.harness.api.Reported;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A task that is due each 2 ms and has to be done 2 ms later: how late it starts, how long it takes, how many deadlines it
 * misses, and why. Each miss is put down to the collector, to another stop of the virtual machine, to the machine, or to none of
 * these ({@link Cause}). The figures are metrics of their own, of each iteration; the score, {@value #MILLIS} ms an operation,
 * only says whether the rate was held.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Heap(mebibytes = 512)
public class PeriodicTaskBenchmark {
    static final int MILLIS = 100;

    private static final long PERIOD = TimeUnit.MICROSECONDS.toNanos(2_000);
    private static final long DEADLINE = TimeUnit.MICROSECONDS.toNanos(2_000);
    /** Until the first time: the schedule is made before. */
    private static final long LEAD = TimeUnit.MILLISECONDS.toNanos(5);

    private static final int NUMBERS = 16_384;

    /** Who runs the task. */
    @Param
    public PeriodicImplementation implementation;

    /** What runs beside it. */
    @Param
    public Load load;

    private final long[] numbers = new long[NUMBERS];
    private final long wanted = (long) NUMBERS * (NUMBERS - 1) / 2;
    private Scheduler scheduler;
    private @Nullable AutoCloseable beside;
    private Stops stops;
    private Stalls stalls;
    private Activations activations;
    private long awaited;
    private volatile boolean wrong;

    /** Starts the scheduler and the load. */
    @Setup(Level.Trial)
    public void open() {
        for (int i = 0; i < NUMBERS; i++) numbers[i] = i;
        scheduler = implementation.scheduler();
        beside = load.start();
        // The scheduler's, and the one that looks at the machine; the load's.
        Reported.ownThreads(beside == null ? 1 : 2);
    }

    /** Starts a schedule, and looks at what stops it. */
    @Setup(Level.Iteration)
    public void begin() {
        stops = new Stops();
        stalls = new Stalls();
        awaited = 0;
        activations = new Activations(PERIOD, DEADLINE, this::work);
        // Right before the scheduler reads its own clock: what is told is never less late than it was, and hardly more.
        activations.startAt(System.nanoTime() + LEAD);
        scheduler.start(activations, LEAD, PERIOD);
    }

    /** Some ten microseconds, without a byte allocated. */
    private void work() {
        long sum = 0;
        for (long number : numbers) sum += number;
        if (sum != wanted) wrong = true;
    }

    /**
     * {@value #MILLIS} ms of deadlines.
     *
     * @throws IllegalStateException if the task does not run, or not right
     */
    @Benchmark
    @Headline({"implementation=ASSAY,JDK_SCHEDULED", "load=ALLOCATING"})
    public void deadlines() {
        awaited += TimeUnit.MILLISECONDS.toNanos(MILLIS) / PERIOD;
        activations.await(awaited);
    }

    /** Ends the schedule, and says what it was. */
    @TearDown(Level.Iteration)
    public void report() throws InterruptedException {
        scheduler.cancel();
        List<Interval> machine = stalls.found();
        Stops.Found found;
        try (Stops recorded = stops) {
            found = recorded.found();
        }
        if (wrong) throw new IllegalStateException("the task has not done its work");
        say(Figure.MIN, Figure.MEAN, null, Figure.MAX, activations.lateness());
        Histogram late = activations.lateness();
        Reported.latencies(
                late.getValueAtPercentile(50),
                late.getValueAtPercentile(90),
                late.getValueAtPercentile(99),
                late.getValueAtPercentile(99.9),
                late.getMaxValue());
        say(Figure.RUN_MIN, Figure.RUN_MEAN, Figure.RUN_P99, Figure.RUN_MAX, activations.durations());
        Map<Cause, Integer> causes = new EnumMap<>(Cause.class);
        for (Interval miss : activations.missed()) {
            causes.merge(Cause.of(miss, found.gc(), found.all(), machine), 1, Integer::sum);
        }
        Reported.figure(Figure.DUE, activations.served());
        Reported.figure(Figure.MISSED, activations.misses());
        Reported.figure(Figure.MISSED_GC, causes.getOrDefault(Cause.GC, 0));
        Reported.figure(Figure.MISSED_SAFEPOINT, causes.getOrDefault(Cause.SAFEPOINT, 0));
        Reported.figure(Figure.MISSED_MACHINE, causes.getOrDefault(Cause.MACHINE, 0));
        Reported.figure(Figure.MISSED_OTHERWISE, causes.getOrDefault(Cause.OTHER, 0));
        Reported.figure(Figure.PAUSE_GC, Interval.longest(found.gc()));
        Reported.figure(Figure.PAUSE_SAFEPOINT, Interval.longest(found.others()));
        Reported.figure(Figure.PAUSE_MACHINE, Stalls.longestOutside(machine, found.all()));
    }

    private static void say(Figure min, Figure mean, @Nullable Figure p99, Figure max, Histogram histogram) {
        Reported.figure(min, histogram.getMinValue());
        Reported.figure(mean, histogram.getMean());
        if (p99 != null) Reported.figure(p99, histogram.getValueAtPercentile(99));
        Reported.figure(max, histogram.getMaxValue());
    }

    /** Ends the scheduler and the load. */
    @TearDown(Level.Trial)
    public void close() throws Exception {
        scheduler.close();
        AutoCloseable running = beside;
        if (running != null) running.close();
    }
}
