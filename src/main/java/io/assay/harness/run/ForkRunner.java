package io.assay.harness.run;

import io.assay.harness.result.UserError;
import io.assay.harness.run.host.FailureCause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs one fork of one cell through JMH, and comes back whatever the fork does. */
final class ForkRunner implements Forks {
    /** What a fork may take beyond the time it was given before it counts as hung. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration WATCHDOG_FIRST = Duration.ofSeconds(30);
    private final Duration patience;

    ForkRunner(Duration patience) {
        this.patience = patience;
    }

    /**
     * Runs a fork to its end.
     *
     * @throws JmhBusyException if another JMH holds the lock of the temporary folder
     */
    ForkOutcome run(Cell cell, Settings settings, Listener listener) {
        return run(cell, settings, Optional.empty(), Optional.empty(), listener);
    }

    @Override
    public ForkOutcome run(
            Cell cell,
            Settings settings,
            Optional<Stopping.InFork> stopping,
            Optional<ForkLimit> limit,
            Listener listener) {
        try {
            Path facts = Files.createTempFile("assay-fork", ".properties");
            try {
                return ForkFacts.held(cell, facts, run(cell, settings, stopping, limit, facts, listener));
            } finally {
                Files.deleteIfExists(facts);
            }
        } catch (IOException e) {
            throw new UserError(
                    "no file can be made in " + System.getProperty("java.io.tmpdir") + " ("
                            + e.getClass().getSimpleName()
                            + "); free some space, or name another with -Djava.io.tmpdir",
                    e);
        }
    }

    private ForkOutcome run(
            Cell cell,
            Settings settings,
            Optional<Stopping.InFork> stopping,
            Optional<ForkLimit> limit,
            Path facts,
            Listener listener) {
        Watch watch = limit.map(ForkRunner::watch).orElseGet(() -> watch(settings.measured()));
        ChainedOptionsBuilder options = options(cell, watch)
                .addProfiler(InForce.class, facts.toString())
                .addProfiler(ForkMetrics.class)
                .warmupIterations(settings.warmupIterations())
                .measurementIterations(settings.iterations());
        stopping.ifPresent(plan -> options.addProfiler(ForkStop.class, plan.encoded()));
        // Last, so that it begins after the others and ends before them: what they allocate is none of the benchmark's.
        options.addProfiler(GCProfiler.class);
        if (settings.warmupIterations() > 0) {
            options.warmupTime(time(settings.warmupTime()));
        }
        return launch(options.measurementTime(time(settings.time())), watch, listener);
    }

    /**
     * When a fork is killed, and what is said then.
     *
     * @param time from its start
     * @param cause one line
     */
    private record Watch(Duration time, String cause) {}

    private Watch watch(Duration measured) {
        return new Watch(
                measured.plus(patience), "hung: no end " + patience.toSeconds() + " s after its time was up; killed");
    }

    private static Watch watch(ForkLimit limit) {
        return new Watch(limit.time(), limit.cause());
    }

    @Override
    public ForkOutcome weigh(Cell cell) {
        Duration brief = Duration.ofMillis(20);
        Watch watch = watch(brief.multipliedBy(LiveMemory.ITERATIONS));
        return launch(
                options(cell, watch)
                        .addProfiler(LiveMemory.class)
                        .warmupIterations(0)
                        .measurementIterations(LiveMemory.ITERATIONS)
                        .measurementTime(time(brief)),
                watch,
                (score, unit) -> {});
    }

    @Override
    public boolean endEarly() {
        return true;
    }

    @Override
    public Map<String, Object> origin(Set<String> benchmarks) {
        return Map.of();
    }

    private static TimeValue time(Duration duration) {
        return TimeValue.milliseconds(duration.toMillis());
    }

    private static ChainedOptionsBuilder options(Cell cell, Watch watch) {
        Launch launch = cell.launch();
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + Pattern.quote(cell.benchmark()) + "$")
                .mode(cell.mode())
                .forks(1)
                .warmupForks(0)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.NORMAL)
                // JMH only interrupts what hangs, and calls it interrupted. The watchdog must be first.
                .timeout(time(watch.time().multipliedBy(2).plus(WATCHDOG_FIRST)))
                .jvm(javaBinary(launch.jdk().home()))
                // Set even when empty: left unset, the fork would inherit this process's own flags.
                .jvmArgs(launch.flags(cell.heap()).toArray(String[]::new));
        cell.params().forEach(options::param);
        if (cell.threads() > 0) {
            options.threads(cell.threads());
        }
        Map<String, String> environment = launch.profile().environment();
        if (!environment.isEmpty()) {
            options.addProfiler(EnvironmentPrefix.class, EnvironmentPrefix.variables(environment));
        }
        return options;
    }

    static String javaBinary(Path home) {
        return home.resolve("bin").resolve("java").toString();
    }

    private static ForkOutcome launch(ChainedOptionsBuilder options, Watch watch, Listener listener) {
        Transcript transcript = new Transcript(listener);
        try (Watchdog watchdog = new Watchdog(watch.time())) {
            try {
                Collection<RunResult> results = new Runner(options.build(), transcript).run();
                Iterator<RunResult> runs = results.iterator();
                if (!runs.hasNext()) {
                    return new ForkOutcome.Failed(
                            FailureCause.thrownBy(transcript.text(), "the fork returned no result"));
                }
                List<BenchmarkResult> forks = List.copyOf(runs.next().getBenchmarkResults());
                return forks.isEmpty()
                        ? new ForkOutcome.Failed(
                                FailureCause.thrownBy(transcript.text(), "the fork returned no result"))
                        : new ForkOutcome.Measured(forks.get(0), transcript.warmUps(), Map.of());
            } catch (RunnerException e) {
                String message = String.valueOf(e.getMessage());
                if (message.contains("JMH lock")) {
                    throw new JmhBusyException(message);
                }
                if (watchdog.bit()) {
                    return new ForkOutcome.Failed(watch.cause());
                }
                return new ForkOutcome.Failed(FailureCause.of(e, transcript.text()));
            }
        }
    }

    /** What JMH printed: the progress of iterations, and the words a dying fork left. */
    private static final class Transcript extends Silence {
        private static final int KEPT = 16_384;

        private final StringBuilder heard = new StringBuilder();
        private final Listener listener;
        private int warmUps;

        Transcript(Listener listener) {
            this.listener = listener;
        }

        @Override
        public void iterationResult(
                BenchmarkParams benchmark, IterationParams params, int iteration, IterationResult data) {
            heard(params.getType());
            listener.iteration(data.getPrimaryResult().getScore(), data.getScoreUnit());
        }

        private synchronized void heard(IterationType type) {
            warmUps += type == IterationType.WARMUP ? 1 : 0;
        }

        synchronized int warmUps() {
            return warmUps;
        }

        @Override
        public synchronized void println(String s) {
            print(s + "\n");
        }

        @Override
        public synchronized void verbosePrintln(String s) {
            println(s);
        }

        @Override
        public synchronized void print(String s) {
            heard.append(s);
            if (heard.length() > 2 * KEPT) {
                heard.delete(0, heard.length() - KEPT);
            }
        }

        @Override
        public synchronized void write(int b) {
            print(String.valueOf((char) b));
        }

        @Override
        public void write(byte[] b) {
            print(new String(b, java.nio.charset.StandardCharsets.UTF_8));
        }

        synchronized String text() {
            return heard.toString();
        }
    }
}
