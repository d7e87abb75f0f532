package io.assay.harness.profiling.stacks;

import io.assay.harness.profiling.fork.SampledEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import one.convert.Arguments;
import one.convert.JfrToFlame;
import one.jfr.JfrReader;

/** A recording in JFR's format, of async-profiler or of the JDK, read through async-profiler's own converter. */
public final class Recording {
    private Recording() {}

    /**
     * What a recording holds of one event.
     *
     * @param flightRecorder whether the JDK made it, not async-profiler
     * @throws IOException if it cannot be read: truncated, or no recording at all
     */
    public static Profile read(Path file, SampledEvent event, boolean flightRecorder) throws IOException {
        // The converter knows CPU samples by a thread state that the JDK's recorder does not write.
        String kind = flightRecorder && event == SampledEvent.CPU ? "" : "--" + event.key();
        Map<String, Long> samples = convert(file, kind, false);
        Map<String, Long> weights = event.isTime() ? samples : convert(file, kind, true);
        Map<List<Frame>, long[]> own = new LinkedHashMap<>();
        Map<List<Frame>, long[]> apart = new LinkedHashMap<>();
        samples.forEach((raw, count) -> {
            String[] parts = raw.split(";", -1);
            List<Frame> frames = new ArrayList<>();
            for (int i = 1; i < parts.length; i++) {
                frames.add(Frame.of(parts[i], i == parts.length - 1, event == SampledEvent.ALLOC));
            }
            Trim.Trimmed trimmed = Trim.of(parts[0], frames);
            long weight = Math.max(0, weights.getOrDefault(raw, 0L));
            if (trimmed.apart().isPresent()) {
                List<Frame> labelled =
                        new ArrayList<>(List.of(Frame.label(trimmed.apart().get())));
                labelled.addAll(trimmed.frames());
                add(apart, labelled, count, weight);
            } else {
                add(own, trimmed.frames(), count, weight);
            }
        });
        return new Profile(stacks(own), stacks(apart));
    }

    /** The engine that async-profiler chose, such as {@code perf_events}; empty in other recordings. */
    public static String engine(Path file) throws IOException {
        try (JfrReader reader = new JfrReader(file.toString())) {
            // Settings are known when the events before them have been read.
            var unused = reader.readAllEvents();
            return reader.settings.getOrDefault("engine", "");
        } catch (RuntimeException e) {
            throw unreadable(file, e);
        }
    }

    private static void add(Map<List<Frame>, long[]> sums, List<Frame> frames, long samples, long weight) {
        long[] sum = sums.computeIfAbsent(frames, key -> new long[2]);
        sum[0] += samples;
        sum[1] += weight;
    }

    private static List<Stack> stacks(Map<List<Frame>, long[]> sums) {
        List<Stack> stacks = new ArrayList<>();
        sums.forEach((frames, sum) -> stacks.add(new Stack(frames, sum[0], sum[1])));
        return stacks;
    }

    private static Map<String, Long> convert(Path file, String kind, boolean total) throws IOException {
        Arguments arguments = kind.isEmpty()
                ? new Arguments("--threads", "--output", "collapsed")
                : new Arguments("--threads", "--output", "collapsed", kind);
        arguments.total = total;
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            JfrToFlame.parse(file.toString(), arguments).dump(text);
        } catch (RuntimeException e) {
            throw unreadable(file, e);
        }
        Map<String, Long> counts = new HashMap<>();
        text.toString(StandardCharsets.UTF_8).lines().forEach(line -> {
            int space = line.lastIndexOf(' ');
            counts.merge(line.substring(0, space), Long.parseLong(line.substring(space + 1)), Long::sum);
        });
        return counts;
    }

    /** The converter meets bytes that it does not expect with whatever exception they lead to. */
    private static IOException unreadable(Path file, RuntimeException e) {
        return new IOException(file + " is no whole recording (" + e + ")", e);
    }
}
