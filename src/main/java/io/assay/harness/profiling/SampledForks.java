package io.assay.harness.profiling;

import io.assay.harness.profiling.fork.ForkSampler;
import io.assay.harness.profiling.fork.SampledEvent;
import io.assay.harness.result.UserError;
import io.assay.harness.run.Launch;
import io.assay.harness.run.host.ClassFiles;
import io.assay.harness.run.host.HostOrder;
import io.assay.harness.run.host.HostPool;
import io.assay.harness.run.host.HostProcess;
import io.assay.harness.run.host.HostRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs forks with a sampler in them, through the JMH of the version that they measure. Not thread-safe. */
final class SampledForks implements AutoCloseable {
    /** What a fork may take beyond its own times before it counts as hung. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Warm-up is cut into pieces, because JMH announces each: a hung fork is then told from a long one. */
    private static final int WARM_UPS = 3;

    /** Iterations of a benchmark whose mode counts calls, not time. */
    private static final int SHOTS = 20;

    /** Without it the JVM knows where compiled code is only at safepoints, and the samples crowd there. */
    static final List<String> TRUTHFUL = List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:+DebugNonSafepoints");

    private static final List<String> CLASSES = List.of(
            "io/assay/harness/profiling/fork/ForkSampler.class",
            "io/assay/harness/profiling/fork/Sampling.class",
            "io/assay/harness/profiling/fork/SampledEvent.class",
            "io/assay/harness/profiling/fork/AsyncSampling.class",
            "io/assay/harness/profiling/fork/AsyncSampling$Commands.class",
            "io/assay/harness/profiling/fork/FlightSampling.class",
            "one/profiler/AsyncProfiler.class",
            "one/profiler/AsyncProfilerMXBean.class",
            "one/profiler/Counter.class");

    private record HostKey(String classPath, Launch launch) {}

    private final HostPool hosts = new HostPool("assay-flame");
    private final Path scratch = hosts.scratch();
    private final Path extras = scratch.resolve("sampler");
    private final ProfilerLibrary.Answer library;
    private final Duration patience;

    SampledForks(ProfilerLibrary.Answer library) {
        this(library, PATIENCE);
    }

    SampledForks(ProfilerLibrary.Answer library, Duration patience) {
        this.library = library;
        this.patience = patience;
        try {
            ClassFiles.copy(CLASSES, extras);
        } catch (IOException e) {
            hosts.close();
            throw new UserError("the sampler cannot be copied to the temporary folder (" + e.getMessage() + ")", e);
        }
    }

    List<HostRow> list(Subject subject, Launch launch, Map<String, String> params) {
        return host(subject, launch).list(params);
    }

    /**
     * Runs a fork and samples its measured iterations.
     *
     * @param recording where the samples go
     */
    SampledFork run(Subject subject, FlameRow row, FlameSettings settings, Path recording) {
        try {
            Path report = scratch.resolve("report.txt");
            Path recorded = scratch.resolve("fork.jfr");
            Files.deleteIfExists(report);
            Files.deleteIfExists(recorded);
            Map<String, String> told = new LinkedHashMap<>();
            told.put(ForkSampler.LIBRARY, library.path().map(Path::toString).orElse(""));
            told.put(ForkSampler.EVENTS, SampledEvent.text(settings.events()));
            told.put(ForkSampler.RECORDING, recorded.toString());
            told.put(ForkSampler.REPORT, report.toString());
            Path file = scratch.resolve("sampler.txt");
            ForkSampler.write(told, file);
            Map<String, String> profilers = Map.of(ForkSampler.class.getName(), file.toString());
            Optional<String> failure = run(subject, row, settings, profilers, scratch.resolve("fork.txt"));
            if (Files.exists(recorded)) {
                // Not recorded there at once: names of rows may hold what ends an argument of async-profiler's.
                Files.move(recorded, recording, StandardCopyOption.REPLACE_EXISTING);
            }
            return failure.isPresent() ? new SampledFork.Failed(failure.get(), true) : read(report, recording);
        } catch (IOException e) {
            return new SampledFork.Failed("its recording cannot be read or written (" + e.getMessage() + ")", false);
        }
    }

    /** Runs a fork under a profiler of JMH's own and keeps what it says. */
    Optional<String> run(
            Subject subject, FlameRow row, FlameSettings settings, Map<String, String> profilers, Path text)
            throws IOException {
        Path result = scratch.resolve("fork.json");
        Files.deleteIfExists(result);
        Files.deleteIfExists(text);
        boolean counted = row.row().mode().equals("ss");
        Duration limit = settings.warmUp().plus(settings.time()).plus(patience);
        List<String> flags = new ArrayList<>(TRUTHFUL);
        flags.addAll(row.launch().flags(row.row()));
        HostOrder order = new HostOrder(
                row.row().benchmark(),
                row.row().mode(),
                row.row().params(),
                row.launch().jdk().java().toString(),
                flags,
                counted ? SHOTS : WARM_UPS,
                Math.max(1, settings.warmUp().toMillis() / WARM_UPS),
                counted ? SHOTS : 1,
                settings.time().toMillis(),
                // JMH only interrupts what hangs, and calls it interrupted. The limit here must be first.
                2 * limit.toSeconds() + 30,
                result.toString(),
                text.toString(),
                profilers);
        return host(subject, row.launch()).run(order, limit);
    }

    private SampledFork read(Path report, Path recording) throws IOException {
        if (!Files.exists(report)) {
            return new SampledFork.Failed(
                    "the sampler left no report; JMH 1.23 or later calls it before the first measured iteration",
                    false);
        }
        Map<String, String> told = ForkSampler.read(report);
        List<String> lacks = new ArrayList<>();
        if (!library.lack().isEmpty()) {
            lacks.add(library.lack());
        }
        told.getOrDefault(ForkSampler.LACKS, "").lines().forEach(lacks::add);
        String sampler = told.getOrDefault(ForkSampler.SAMPLER, ForkSampler.NOTHING);
        if (sampler.equals(ForkSampler.NOTHING)) {
            return new SampledFork.Failed(
                    "no profiler runs here: " + String.join("; ", lacks)
                            + "; 'assay doctor' says what this machine allows",
                    false);
        }
        return Files.exists(recording)
                ? new SampledFork.Sampled(
                        recording, sampler, SampledEvent.parse(told.getOrDefault(ForkSampler.SAMPLED, "")), lacks)
                : new SampledFork.Failed("the sampler wrote no recording", false);
    }

    private HostProcess host(Subject subject, Launch launch) {
        return hosts.of(
                new HostKey(subject.classPath(), launch),
                subject.classPath(),
                Optional.of(extras),
                launch.jdk(),
                launch.profile().environment());
    }

    @Override
    public void close() {
        hosts.close();
    }
}
