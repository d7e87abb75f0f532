package io.assay.harness.profiling.fork;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.IterationType;

/**
 * Samples a fork from its first measured iteration to its last: JMH calls it before and after each. Whatever goes wrong
 * with sampling is written down, and the fork goes on. It is copied into forks of other jars, so it uses nothing but the
 * JDK, JMH's interface and async-profiler's.
 */
public final class ForkSampler implements InternalProfiler {
    /** Settings: path of async-profiler's library; empty where there is none. */
    public static final String LIBRARY = "library";

    /** Settings: keys of {@link SampledEvent}, separated by commas. */
    public static final String EVENTS = "events";

    /** Settings: where the recording goes, in JFR's format. */
    public static final String RECORDING = "recording";

    /** Settings: where this class writes what it did. */
    public static final String REPORT = "report";

    /** Report: {@link #ASYNC_PROFILER}, {@link #FLIGHT_RECORDER} or {@link #NOTHING}. */
    public static final String SAMPLER = "sampler";

    /** Report: the events that were sampled, separated by commas. */
    public static final String SAMPLED = "sampled";

    /** Report: what could not be done and why, a line each. */
    public static final String LACKS = "lacks";

    /** Values of {@link #SAMPLER}. */
    public static final String ASYNC_PROFILER = "async-profiler";

    public static final String FLIGHT_RECORDER = "JFR";
    public static final String NOTHING = "none";

    private final String settingsFile;
    private @Nullable Sampling sampling;
    private boolean begun;
    private int iterations;

    /**
     * For JMH, which makes one in its own process too.
     *
     * @param settings path of what {@link #write} wrote
     */
    public ForkSampler(String settings) {
        this.settingsFile = settings;
    }

    @Override
    public String getDescription() {
        return "samples the measured iterations";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        if (iteration.getType() == IterationType.MEASUREMENT && !begun) {
            begun = true;
            begin();
        }
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        if (iteration.getType() == IterationType.MEASUREMENT && ++iterations == iteration.getCount()) {
            end();
        }
        return List.of();
    }

    private void begin() {
        StringBuilder lacks = new StringBuilder();
        try {
            Map<String, String> settings = read(Path.of(settingsFile));
            sampling = start(
                    settings.getOrDefault(LIBRARY, ""),
                    SampledEvent.parse(settings.getOrDefault(EVENTS, "")),
                    Path.of(settings.getOrDefault(RECORDING, "")),
                    lacks);
            Map<String, String> report = new LinkedHashMap<>();
            report.put(SAMPLER, sampling == null ? NOTHING : sampling.name());
            report.put(SAMPLED, sampling == null ? "" : SampledEvent.text(sampling.events()));
            report.put(LACKS, lacks.toString());
            write(report, Path.of(settings.getOrDefault(REPORT, "")));
        } catch (IOException e) {
            // Without a report the session says that the fork was not sampled; the figures are not at stake.
            System.err.println("the sampler cannot read its settings or write its report: " + e);
        }
    }

    private static @Nullable Sampling start(
            String library, List<SampledEvent> events, Path recording, StringBuilder lacks) {
        if (!library.isEmpty()) {
            try {
                Sampling started = AsyncSampling.start(library, events, recording, lacks);
                if (started != null) {
                    return started;
                }
            } catch (RuntimeException | LinkageError e) {
                lacks.append("async-profiler cannot be loaded (")
                        .append(firstLine(e))
                        .append(")\n");
            }
        }
        try {
            return FlightSampling.start(events, recording, lacks);
        } catch (IOException | RuntimeException | LinkageError e) {
            lacks.append("JFR cannot record (").append(firstLine(e)).append(")\n");
            return null;
        }
    }

    private void end() {
        if (sampling != null) {
            try {
                sampling.stop();
            } catch (IOException | RuntimeException e) {
                // The recording is missing then, or cannot be read: the session says so of this fork.
                System.err.println("the sampler cannot write its recording: " + e);
            }
        }
    }

    static String firstLine(Throwable e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.strip().lines().findFirst().orElse(e.getClass().getSimpleName());
    }

    /** Reads what {@link #write} wrote. */
    public static Map<String, String> read(Path file) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            int equals = line.indexOf('=');
            values.put(line.substring(0, equals), line.substring(equals + 1).replace('\t', '\n'));
        }
        return values;
    }

    /**
     * Writes values, a line each. Not as {@link java.util.Properties}: their date alone loads half a second of the
     * JDK's locale data into a fork that is about to be measured.
     */
    public static void write(Map<String, String> values, Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        values.forEach((name, value) -> text.append(name)
                .append('=')
                .append(value.strip().replace('\n', '\t'))
                .append('\n'));
        Files.writeString(file, text);
    }
}
