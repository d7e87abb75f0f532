package io.assay.harness.profiling.fork;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import one.profiler.AsyncProfiler;
import org.jspecify.annotations.Nullable;

/** async-profiler, with the best clock that the kernel lets it have and those of the events that it can sample here. */
final class AsyncSampling implements Sampling {
    /**
     * Clocks of the event {@code cpu}, best first: perf events show kernel frames and are as fine as one likes; a
     * thread's CPU timer ticks with the kernel; an interval timer is all that is left elsewhere, and its signals hit
     * threads unevenly.
     */
    private static final List<String> CLOCKS = List.of("cpu", "ctimer", "itimer");

    /** A command of async-profiler: the library itself, or a test's. */
    interface Commands {
        String execute(String command) throws IOException;
    }

    private final Commands profiler;
    private final List<SampledEvent> events;

    private AsyncSampling(Commands profiler, List<SampledEvent> events) {
        this.profiler = profiler;
        this.events = events;
    }

    static @Nullable Sampling start(String library, List<SampledEvent> events, Path recording, StringBuilder lacks) {
        AsyncProfiler profiler = AsyncProfiler.getInstance(library);
        return start(profiler::execute, events, recording, lacks);
    }

    /**
     * Starts.
     *
     * @param lacks hears what cannot be sampled
     * @return null if nothing can be
     */
    static @Nullable Sampling start(Commands profiler, List<SampledEvent> events, Path recording, StringBuilder lacks) {
        // A comma ends an argument of async-profiler's; a folder may have one in its name.
        String output = ",jfr,file=" + recording;
        if (recording.toString().indexOf(',') >= 0) {
            lacks.append("async-profiler writes to no path with a comma (")
                    .append(recording)
                    .append(")\n");
            return null;
        }
        if (refusal(profiler, events, output) == null) {
            return new AsyncSampling(profiler, events);
        }
        List<SampledEvent> possible = new ArrayList<>();
        for (SampledEvent event : events) {
            String refusal = refusal(profiler, List.of(event), output);
            if (refusal == null) {
                possible.add(event);
                stopTrial(profiler, recording);
            } else {
                lacks.append(event.key())
                        .append(": async-profiler refuses (")
                        .append(refusal)
                        .append(")\n");
            }
        }
        // A CPU profile is what JFR can make as well: rather its than none.
        boolean worse = events.contains(SampledEvent.CPU) && !possible.contains(SampledEvent.CPU);
        if (possible.isEmpty() || worse) {
            return null;
        }
        String refusal = refusal(profiler, possible, output);
        if (refusal != null) {
            lacks.append(SampledEvent.text(possible))
                    .append(" together: ")
                    .append(refusal)
                    .append('\n');
            return null;
        }
        return new AsyncSampling(profiler, possible);
    }

    /** Why none of the clocks starts; null if one has. */
    private static @Nullable String refusal(Commands profiler, List<SampledEvent> events, String output) {
        String refusal = null;
        for (String clock : events.contains(SampledEvent.CPU) ? CLOCKS : List.of("")) {
            String arguments =
                    events.stream().map(event -> event.argument(clock)).collect(Collectors.joining(","));
            try {
                profiler.execute("start," + arguments + output);
                return null;
            } catch (IOException | RuntimeException e) {
                refusal = refusal == null ? ForkSampler.firstLine(e) : refusal;
            }
        }
        return refusal;
    }

    private static void stopTrial(Commands profiler, Path recording) {
        try {
            profiler.execute("stop");
            Files.deleteIfExists(recording);
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException("a trial cannot be ended: " + ForkSampler.firstLine(e), e);
        }
    }

    @Override
    public String name() {
        return ForkSampler.ASYNC_PROFILER;
    }

    @Override
    public List<SampledEvent> events() {
        return events;
    }

    @Override
    public void stop() throws IOException {
        profiler.execute("stop");
    }
}
