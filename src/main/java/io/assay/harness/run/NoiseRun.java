package io.assay.harness.run;

import io.assay.harness.result.UserError;
import io.assay.harness.result.environment.JdkFacts;
import io.assay.harness.result.environment.Jdks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;

/** Runs one fixed workload in fork after fork: what differs between them is the machine's doing. */
public final class NoiseRun {
    private static final String WORKLOAD = "io.assay.calibration.SpinBenchmark.spin";
    private static final int FORKS = 12;
    private static final Settings SETTINGS = new Settings(1, 3, Duration.ofMillis(200), 5, Duration.ofMillis(200));

    private NoiseRun() {}

    /**
     * The score of each fork in nanoseconds; takes about half a minute.
     *
     * @param progress hears of the forks
     * @throws UserError if the forks do not run
     */
    public static double[] forkScores(Progress progress) {
        JdkFacts jdk = Jdks.resolve(System.getProperty("java.home"));
        Launch launch = new Launch(new Profiles(Path.of("")).load(Profiles.DEFAULT), jdk, "");
        Cell cell = new Cell(WORKLOAD, org.openjdk.jmh.annotations.Mode.AverageTime, Map.of(), 64, 1, launch);
        ForkRunner runner = new ForkRunner(ForkRunner.PATIENCE);
        Pace pace = new Pace(SETTINGS.measured(), FORKS);
        progress.begin(FORKS, 1, pace.left());
        double[] scores = IntStream.rangeClosed(1, FORKS)
                .mapToDouble(fork -> score(runner, cell, fork, pace, progress))
                .toArray();
        progress.end();
        return scores;
    }

    private static double score(ForkRunner runner, Cell cell, int fork, Pace pace, Progress progress) {
        progress.fork(fork - 1, FORKS, "fixed work, fork " + fork, pace.left());
        long began = System.nanoTime();
        ForkOutcome outcome;
        try {
            outcome = runner.run(cell, SETTINGS, progress::iteration);
        } catch (JmhBusyException e) {
            throw e.toUserError();
        }
        pace.ended(Duration.ofNanos(System.nanoTime() - began));
        if (outcome instanceof ForkOutcome.Measured measured) {
            double score = measured.result().getPrimaryResult().getScore();
            progress.forkEnded(String.format(java.util.Locale.ROOT, "%.4g ns", score));
            return score;
        }
        throw new UserError("the noise floor cannot be measured: " + ((ForkOutcome.Failed) outcome).cause());
    }
}
