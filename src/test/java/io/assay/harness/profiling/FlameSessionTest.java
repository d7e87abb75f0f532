package io.assay.harness.profiling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.profiling.fork.ForkSampler;
import io.assay.harness.profiling.fork.SampledEvent;
import io.assay.harness.profiling.stacks.Frame;
import io.assay.harness.profiling.stacks.FrameShares;
import io.assay.harness.profiling.stacks.Profile;
import io.assay.harness.profiling.stacks.Recording;
import io.assay.harness.result.UserError;
import io.assay.harness.run.Interruption;
import io.assay.harness.run.QuickProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A session over planted benchmarks")
class FlameSessionTest {
    private static final Frame HOT = new Frame(PlantedSubjects.NAME + ".hot", Frame.Kind.JAVA);
    private static final Frame WORK = new Frame(PlantedSubjects.NAME + ".work", Frame.Kind.JAVA);

    @TempDir
    Path folder;

    private final List<String> notes = new ArrayList<>();

    private FlameResult run(FlameRequest request, String name, ProfilerLibrary.Answer library) {
        try (Interruption interruption = new Interruption()) {
            return new FlameSession(request, interruption, notes::add, library).run(folder.resolve(name));
        }
    }

    private FlameResult single(String method, String name, ProfilerLibrary.Answer library, SampledEvent... events) {
        return run(
                PlantedSubjects.request(
                        Optional.empty(),
                        PlantedSubjects.plain(),
                        method,
                        PlantedSubjects.settings(1, 300, 700, events),
                        QuickProfile.in(folder)),
                name,
                library);
    }

    /**
     * Five standard errors of the samples that there are, one of them taken to be elsewhere, and a point for what a profiler
     * itself distorts.
     */
    private static void assertShare(double expected, FrameShares shares, Frame frame) {
        double samples = shares.samples();
        double error = Math.sqrt((expected * (1 - expected) + 1 / samples) / samples);
        assertEquals(expected, shares.total(frame), 5 * error + 0.01, () -> shares.samples() + " samples");
    }

    @Test
    void reportsThePlantedShareUnderTheBenchmarkMethodAndWritesEveryFile() throws IOException {
        FlameResult result = single("work", "cpu", ProfilerLibrary.find(), SampledEvent.CPU);
        assertEquals(List.of(), result.failures());
        Graph graph = result.graphs().get(0);
        Path row = graph.page().getParent();
        for (String file : List.of("cpu.html", "cpu.collapsed", "cpu.txt", "fork-1.jfr")) {
            assertTrue(Files.size(row.resolve(file)) > 0, file);
        }
        boolean flight = graph.text().contains("by JFR");
        Profile profile = Recording.read(row.resolve("fork-1.jfr"), SampledEvent.CPU, flight);
        FrameShares shares = FrameShares.of(profile);
        assertShare(0.30, shares, HOT);
        assertShare(1.00, shares, WORK);
        assertTrue(
                profile.stacks().stream()
                        .noneMatch(stack -> stack.frames().stream()
                                .anyMatch(frame -> frame.name().contains("jmh_generated"))),
                "JMH's stub is trimmed");
        assertTrue(Files.readString(result.index().orElseThrow()).contains("cpu.html"));
        assertTrue(graph.text().contains("PlantedFramesBenchmark.hot"), graph::text);
        assertTrue(graph.text().contains(shares.samples() + " samples of the benchmark in 1 fork"), graph::text);
    }

    @Test
    void severalEventsAreSampledAtOnceAndAllocationsAreWeighed() throws IOException {
        FlameResult result = single("allocate", "alloc", ProfilerLibrary.find(), SampledEvent.CPU, SampledEvent.ALLOC);
        assertEquals(
                List.of("cpu", "alloc"),
                result.graphs().stream().map(Graph::name).toList());
        String text = result.graphs().get(1).text();
        assertTrue(text.contains("byte[]") && text.contains("bytes"), text);
    }

    @Test
    void withoutTheLibraryTheJdksRecorderTakesOver() {
        FlameResult result = run(
                PlantedSubjects.request(
                        Optional.empty(),
                        PlantedSubjects.plain(),
                        "work",
                        PlantedSubjects.settings(1, 300, 700, SampledEvent.CPU)),
                "jfr",
                new ProfilerLibrary.Answer(Optional.empty(), "not made for Plan 9"));
        String text = result.graphs().get(0).text();
        assertTrue(text.contains("by JFR") && text.contains("not made for Plan 9"), text);
        assertTrue(text.contains("PlantedFramesBenchmark.hot"), text);
    }

    @Test
    void aLibraryThatCannotBeLoadedIsToldAndTheRunGoesOn() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.so"), "no library");
        FlameResult result = single(
                "work",
                "broken",
                new ProfilerLibrary.Answer(Optional.of(broken), ""),
                SampledEvent.CPU,
                SampledEvent.NATIVEMEM);
        assertEquals(List.of(), result.failures());
        String text = result.graphs().get(0).text();
        assertTrue(text.contains("async-profiler cannot be loaded"), text);
        assertTrue(text.contains("nativemem: not with JFR"), text);
    }

    @Test
    void aBenchmarkThatFailsIsOneLineAndNoGraph() {
        FlameResult result = single("fails", "fails", ProfilerLibrary.find(), SampledEvent.CPU);
        assertEquals(List.of(), result.graphs());
        assertEquals(1, result.failures().size());
        assertTrue(result.failures().get(0).contains("planted failure"), result.failures()::toString);
        assertEquals(Optional.empty(), result.index());
    }

    @Test
    void twoVersionsTakeTurnsAndTheirSessionsCanBeComparedAgain() throws IOException {
        FlameRequest request = PlantedSubjects.request(
                Optional.of(PlantedSubjects.with(folder, 0)),
                PlantedSubjects.with(folder, 40),
                "work",
                PlantedSubjects.settings(2, 100, 300, SampledEvent.CPU),
                QuickProfile.in(folder));
        FlameResult result = run(request, "diff", ProfilerLibrary.find());
        assertEquals(List.of(), result.failures());
        List<String> order = notes.stream()
                .filter(note -> note.contains("sampled by"))
                .map(note -> note.replaceAll(".* (base|head) \\d of.*", "$1"))
                .toList();
        assertEquals(List.of("base", "head", "head", "base"), order);
        Graph graph = result.graphs().get(0);
        assertEquals("cpu-diff", graph.name());
        String planted = PlantedSubjects.NAME + ".planted";
        assertTrue(graph.text().contains(planted), graph::text);
        Path row = graph.page().getParent();
        assertTrue(Files.readString(row.resolve("cpu-head.collapsed")).contains(planted));
        assertFalse(Files.readString(row.resolve("cpu-base.collapsed")).contains(planted));

        FlameResult again = SavedSessions.compare(
                folder.resolve("diff"), folder.resolve("diff"), List.of(), folder.resolve("again"));
        assertTrue(again.graphs().get(0).text().contains("no frame above noise"), "a session against itself");
        UserError none = assertThrows(
                UserError.class,
                () -> SavedSessions.compare(
                        folder.resolve("diff"), folder.resolve("diff"), List.of("Nobody"), folder.resolve("none")));
        assertTrue(none.getMessage().contains("no row in common"), none::getMessage);
    }

    @Test
    void samplersAreNamedAlikeOnBothEndsOfThePipe() throws IOException {
        Path file = folder.resolve("told.txt");
        ForkSampler.write(java.util.Map.of(ForkSampler.LACKS, "one\ntwo = 2\n"), file);
        assertEquals("one\ntwo = 2", ForkSampler.read(file).get(ForkSampler.LACKS));
    }
}
