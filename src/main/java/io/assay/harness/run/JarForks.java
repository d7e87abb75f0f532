package io.assay.harness.run;

import io.assay.harness.run.host.HostOrder;
import io.assay.harness.run.host.HostRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openjdk.jmh.profile.GCProfiler;

/** Forks of a jar's benchmarks, started by the jar's own JMH. */
final class JarForks implements Forks {
    private static final Duration BRIEF = Duration.ofMillis(20);

    private final OtherJar jar;
    private final Duration patience;

    /**
     * Runs forks of a jar.
     *
     * @param patience what a fork may take beyond the time it was given before it counts as hung
     */
    JarForks(OtherJar jar, Duration patience) {
        this.jar = jar;
        this.patience = patience;
    }

    @Override
    public ForkOutcome run(
            Cell cell,
            Settings settings,
            Optional<Stopping.InFork> stopping,
            Optional<ForkLimit> limit,
            Listener listener) {
        Path facts = jar.scratch().resolve("fork.properties");
        Map<String, String> profilers = new LinkedHashMap<>();
        profilers.put(InForce.class.getName(), facts.toString());
        profilers.put(ForkMetrics.class.getName(), "");
        // Last, so that it begins after the others and ends before them: what they allocate is none of the benchmark's.
        profilers.put(GCProfiler.class.getName(), "");
        try {
            Files.deleteIfExists(facts);
            Files.createFile(facts);
            ForkOutcome outcome = run(cell, settings, limit, profilers);
            return mayDiffer(cell) ? ForkFacts.told(facts, outcome) : ForkFacts.held(cell, facts, outcome);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Flags of the benchmark's own win; under a profile that somebody named they must not. */
    private boolean mayDiffer(Cell cell) {
        HostRow row = jar.row(cell);
        return cell.launch().profile().name().equals(Profiles.DEFAULT)
                && !(row.flags().isEmpty() && row.added().isEmpty());
    }

    @Override
    public ForkOutcome weigh(Cell cell) {
        return run(
                cell,
                new Settings(1, 0, BRIEF, LiveMemory.ITERATIONS, BRIEF),
                Optional.empty(),
                Map.of(LiveMemory.class.getName(), ""));
    }

    private ForkOutcome run(Cell cell, Settings settings, Optional<ForkLimit> ended, Map<String, String> profilers) {
        Duration limit =
                ended.map(ForkLimit::time).orElseGet(() -> settings.measured().plus(patience));
        Path result = jar.scratch().resolve("fork.json");
        Path transcript = jar.scratch().resolve("fork.txt");
        try {
            Files.deleteIfExists(result);
            Files.deleteIfExists(transcript);
            HostRow row = jar.row(cell);
            HostOrder order = new HostOrder(
                    cell.benchmark(),
                    row.mode(),
                    cell.params(),
                    cell.launch().jdk().java().toString(),
                    cell.launch().flags(row),
                    settings.warmupIterations(),
                    settings.warmupTime().toMillis(),
                    settings.iterations(),
                    settings.time().toMillis(),
                    // JMH only interrupts what hangs, and calls it interrupted. The limit here must be first.
                    2 * limit.toSeconds() + 30,
                    result.toString(),
                    transcript.toString(),
                    profilers);
            Optional<String> failure = jar.host(cell.launch()).run(order, limit);
            return failure.isPresent()
                    ? new ForkOutcome.Failed(failure.get())
                    : new ForkOutcome.Measured(
                            ForkJson.parse(Files.readString(result), settings.measured()),
                            settings.warmupIterations(),
                            Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean endEarly() {
        return false;
    }

    @Override
    public Map<String, Object> origin(Set<String> benchmarks) {
        return jar.origin(benchmarks);
    }
}
