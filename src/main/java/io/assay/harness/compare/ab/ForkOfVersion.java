package io.assay.harness.compare.ab;

import io.assay.harness.result.JmhJson;
import io.assay.harness.result.Metric;
import io.assay.harness.result.Row;
import io.assay.harness.run.Launch;
import io.assay.harness.run.Settings;
import io.assay.harness.run.host.HostOrder;
import io.assay.harness.run.host.HostProcess;
import io.assay.harness.run.host.HostRow;
import io.assay.harness.run.version.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.jr.ob.JSON;

/** Runs one fork of one version and reads what it measured. */
final class ForkOfVersion {
    private final Hosts hosts;
    private final Launch launch;
    private final Settings settings;
    private final Duration patience;

    /**
     * Runs forks alike.
     *
     * @param patience what a fork may take beyond the time it measures before it counts as hung
     */
    ForkOfVersion(Hosts hosts, Launch launch, Settings settings, Duration patience) {
        this.hosts = hosts;
        this.launch = launch;
        this.settings = settings;
        this.patience = patience;
    }

    /** How a fork ended. */
    sealed interface Outcome {
        /**
         * It measured.
         *
         * @param primary what the row's mode measures
         * @param json JMH's own entry
         */
        record Measured(Metric primary, Map<String, Object> json) implements Outcome {}

        /**
         * It did not.
         *
         * @param cause one line
         */
        record Failed(String cause) implements Outcome {}
    }

    Outcome run(Version version, HostRow row, int warmupIterations) {
        Duration measured = settings.warmupTime()
                .multipliedBy(warmupIterations)
                .plus(settings.time().multipliedBy(settings.iterations()));
        Duration limit = measured.plus(patience);
        Path result = hosts.scratch().resolve("fork.json");
        Path transcript = hosts.scratch().resolve("fork.txt");
        try {
            Files.deleteIfExists(result);
            Files.deleteIfExists(transcript);
            HostOrder order = new HostOrder(
                    row.benchmark(),
                    row.mode(),
                    row.params(),
                    launch.jdk().java().toString(),
                    launch.flags(row),
                    warmupIterations,
                    settings.warmupTime().toMillis(),
                    settings.iterations(),
                    settings.time().toMillis(),
                    // JMH only interrupts what hangs, and calls it interrupted. The limit here must be first.
                    2 * limit.toSeconds() + 30,
                    result.toString(),
                    transcript.toString());
            HostProcess host = hosts.of(version);
            Optional<String> failure = host.run(order, limit);
            return failure.isPresent() ? new Outcome.Failed(failure.get()) : read(result);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Outcome read(Path result) throws IOException {
        List<Row> rows = JmhJson.read(result);
        Metric primary = rows.get(0).primary();
        boolean sound = primary.usable()
                && Arrays.stream(primary.raw()).flatMapToDouble(Arrays::stream).allMatch(v -> v > 0);
        if (!sound) {
            return new Outcome.Failed("the fork measured " + primary.score() + " " + primary.unit()
                    + ": no figure to compare; give it longer iterations (--time)");
        }
        List<Map<String, Object>> entries = new ArrayList<>();
        for (Object entry : JSON.std.listFrom(Files.readString(result))) {
            entries.add(JSON.std.mapFrom(JSON.std.asString(entry)));
        }
        return new Outcome.Measured(primary, entries.get(0));
    }
}
