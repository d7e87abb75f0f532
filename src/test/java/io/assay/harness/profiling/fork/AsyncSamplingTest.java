package io.assay.harness.profiling.fork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What async-profiler refuses is tried another way, and told")
class AsyncSamplingTest {
    @TempDir
    Path folder;

    private final List<String> heard = new ArrayList<>();
    private final StringBuilder lacks = new StringBuilder();

    private Sampling start(Predicate<String> refused, SampledEvent... events) throws IOException {
        AsyncSampling.Commands commands = command -> {
            heard.add(command);
            if (command.startsWith("start") && refused.test(command)) {
                throw new IllegalStateException("No access to perf events\nTry again");
            }
            return "";
        };
        return AsyncSampling.start(commands, List.of(events), folder.resolve("fork.jfr"), lacks);
    }

    @Test
    void aKernelWithoutPerfEventsLeavesTheTimers() throws IOException {
        assertNotNull(start(command -> command.contains("event=cpu"), SampledEvent.CPU));
        assertEquals(2, heard.size());
        assertTrue(heard.get(1).startsWith("start,event=ctimer,interval=1ms,jfr,file="), heard::toString);
    }

    @Test
    void theLastResortIsTheIntervalTimer() throws IOException {
        assertNotNull(start(command -> !command.contains("event=itimer"), SampledEvent.CPU));
        assertEquals(3, heard.size());
        assertEquals("", lacks.toString());
    }

    @Test
    void severalEventsShareARecording() throws IOException {
        Sampling sampling = start(command -> false, SampledEvent.CPU, SampledEvent.ALLOC, SampledEvent.LOCK);
        assertEquals(List.of(SampledEvent.CPU, SampledEvent.ALLOC, SampledEvent.LOCK), sampling.events());
        assertTrue(heard.get(0).contains("event=cpu,interval=1ms,alloc=256k,lock=1us,jfr"), heard::toString);
        sampling.stop();
        assertEquals("stop", heard.get(heard.size() - 1));
    }

    @Test
    void anEventThatCannotBeHadIsLeftOutWithItsReason() throws IOException {
        Sampling sampling = start(command -> command.contains("nativemem"), SampledEvent.CPU, SampledEvent.NATIVEMEM);
        assertEquals(List.of(SampledEvent.CPU), sampling.events());
        assertEquals("nativemem: async-profiler refuses (No access to perf events)\n", lacks.toString());
        String last = heard.get(heard.size() - 1);
        assertTrue(last.startsWith("start,event=cpu") && !last.contains("nativemem"), heard::toString);
        long starts = heard.stream()
                .filter(c -> c.startsWith("start,") && !c.contains("nativemem"))
                .count();
        assertEquals(starts - 1, heard.stream().filter("stop"::equals).count(), "each trial was ended");
    }

    @Test
    void noClockAtAllMeansNoSampling() throws IOException {
        assertNull(start(command -> command.contains("event="), SampledEvent.CPU, SampledEvent.ALLOC));
        assertTrue(lacks.toString().startsWith("cpu: async-profiler refuses"), lacks::toString);
    }
}
