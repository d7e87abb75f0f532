package io.assay.harness.profiling.fork;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jdk.jfr.EventSettings;
import jdk.jfr.Recording;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's own recorder, where async-profiler cannot run. It samples Java code alone, and at most a few threads at a
 * time, but it is there on every platform.
 */
final class FlightSampling implements Sampling {
    /** The shortest that the JVM takes. */
    private static final Duration PERIOD = Duration.ofMillis(10);

    /** Shorter waits are no contention. Events without a length pass the threshold over. */
    private static final Duration SHORTEST = Duration.ofNanos(1000);

    private static final Map<SampledEvent, List<String>> EVENTS = Map.of(
            SampledEvent.CPU, List.of("jdk.ExecutionSample", "jdk.NativeMethodSample"),
            SampledEvent.ALLOC, List.of("jdk.ObjectAllocationInNewTLAB", "jdk.ObjectAllocationOutsideTLAB"),
            SampledEvent.LOCK, List.of("jdk.JavaMonitorEnter", "jdk.ThreadPark"));

    private final Recording recording;
    private final List<SampledEvent> events;

    private FlightSampling(Recording recording, List<SampledEvent> events) {
        this.recording = recording;
        this.events = events;
    }

    static @Nullable Sampling start(List<SampledEvent> wanted, Path file, StringBuilder lacks) throws IOException {
        List<SampledEvent> events = new ArrayList<>();
        Recording recording = new Recording();
        for (SampledEvent event : wanted) {
            if (enable(recording, event)) {
                events.add(event);
            } else {
                lacks.append(event.key()).append(": not with JFR\n");
            }
        }
        if (events.isEmpty()) {
            recording.close();
            return null;
        }
        recording.setDestination(file);
        recording.start();
        return new FlightSampling(recording, events);
    }

    private static boolean enable(Recording recording, SampledEvent event) {
        List<String> names = EVENTS.getOrDefault(event, List.of());
        for (String name : names) {
            EventSettings settings = recording.enable(name).withStackTrace();
            if (event == SampledEvent.CPU) {
                settings.withPeriod(PERIOD);
            } else {
                settings.withThreshold(SHORTEST);
            }
        }
        return !names.isEmpty();
    }

    @Override
    public String name() {
        return ForkSampler.FLIGHT_RECORDER;
    }

    @Override
    public List<SampledEvent> events() {
        return events;
    }

    @Override
    public void stop() throws IOException {
        recording.stop();
        recording.close();
    }
}
