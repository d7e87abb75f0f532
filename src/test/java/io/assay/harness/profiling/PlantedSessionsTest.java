package io.assay.harness.profiling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.profiling.fork.SampledEvent;
import io.assay.harness.profiling.stacks.Frame;
import io.assay.harness.profiling.stacks.FrameChange;
import io.assay.harness.profiling.stacks.FrameChanges;
import io.assay.harness.profiling.stacks.FrameShares;
import io.assay.harness.profiling.stacks.Profile;
import io.assay.harness.profiling.stacks.Recording;
import io.assay.harness.run.Interruption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the sessions promise, in full length and on demand: {@code mvn test -Dtest=PlantedSessionsTest
 * -Dflame.sessions=10}, about twenty-five minutes.
 */
@EnabledIfSystemProperty(named = "flame.sessions", matches = "[1-9][0-9]*")
class PlantedSessionsTest {
    private static final int SESSIONS = Integer.getInteger("flame.sessions", 1);
    private static final Frame PLANTED = new Frame(PlantedSubjects.NAME + ".planted", Frame.Kind.JAVA);

    @TempDir
    Path folder;

    @Test
    void aHotMethodsShareIsReportedWithinThreePoints() throws IOException {
        for (int percent : new int[] {10, 30, 50}) {
            Path session = folder.resolve("hot-" + percent);
            FlameRequest request = PlantedSubjects.request(
                    Optional.empty(),
                    // The old work is what is left: the new method's share of the whole is what is planted.
                    PlantedSubjects.with(folder, percent),
                    "work",
                    FlameSettings.single(List.of(SampledEvent.CPU)));
            run(request, session);
            FrameShares shares = FrameShares.of(Profile.sum(profiles(session, FlameSession.ONLY)));
            System.out.printf(
                    Locale.ROOT,
                    "planted %d%%: %.2f%% of %d samples%n",
                    percent,
                    100 * shares.total(PLANTED),
                    shares.samples());
            assertEquals(percent / 100.0, shares.total(PLANTED), 0.03);
        }
    }

    @Test
    void aNewFrameOfFivePercentIsAmongTheTopFive() throws IOException {
        for (int i = 1; i <= SESSIONS; i++) {
            List<FrameChange> changes = changes("new-" + i, PlantedSubjects.with(folder, 5));
            int rank = 1 + changes.stream().map(FrameChange::frame).toList().indexOf(PLANTED);
            System.out.println("session " + i + ": the planted frame is number " + rank + ", "
                    + changes.stream().filter(FrameChange::aboveNoise).count() + " above noise; "
                    + changes.get(rank - 1));
            assertTrue(rank >= 1 && rank <= 5, () -> "rank in " + changes);
        }
    }

    @Test
    void identicalCodeShowsNothingAboveNoise() throws IOException {
        for (int i = 1; i <= SESSIONS; i++) {
            List<FrameChange> changes = changes("same-" + i, PlantedSubjects.with(folder, 0));
            System.out.println("session " + i + ": most restless " + changes.get(0));
            assertTrue(changes.stream().noneMatch(FrameChange::aboveNoise), changes::toString);
        }
    }

    private List<FrameChange> changes(String name, Subject head) throws IOException {
        Path session = folder.resolve(name);
        FlameRequest request = PlantedSubjects.request(
                Optional.of(PlantedSubjects.with(folder, 0)),
                head,
                "work",
                FlameSettings.differential(List.of(SampledEvent.CPU)));
        run(request, session);
        return FrameChanges.of(profiles(session, FlameSession.BASE), profiles(session, FlameSession.HEAD));
    }

    private static void run(FlameRequest request, Path session) {
        try (Interruption interruption = new Interruption()) {
            FlameResult result = new FlameSession(request, interruption, line -> {}).run(session);
            assertEquals(List.of(), result.failures());
        }
    }

    private static List<Profile> profiles(Path session, String side) throws IOException {
        List<Path> recordings;
        try (Stream<Path> files = Files.walk(session)) {
            recordings = files.filter(file -> file.getFileName().toString().matches(side + "-\\d+\\.jfr"))
                    .sorted()
                    .toList();
        }
        List<Profile> profiles = new java.util.ArrayList<>();
        for (Path recording : recordings) {
            profiles.add(Recording.read(recording, SampledEvent.CPU, false));
        }
        return profiles;
    }
}
