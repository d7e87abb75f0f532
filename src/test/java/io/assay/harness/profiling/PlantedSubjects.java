package io.assay.harness.profiling;

import io.assay.LeanClassPath;
import io.assay.harness.profiling.fork.SampledEvent;
import io.assay.harness.profiling.planted.PlantedFramesBenchmark;
import io.assay.harness.result.environment.JdkFacts;
import io.assay.harness.result.environment.Jdks;
import io.assay.harness.run.Launch;
import io.assay.harness.run.Profile;
import io.assay.harness.run.Profiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Versions of the planted benchmark, and requests to profile them. */
final class PlantedSubjects {
    static final String NAME = PlantedFramesBenchmark.class.getName();

    private PlantedSubjects() {}

    /** The benchmark as it is. */
    static Subject plain() {
        return new Subject("as it is", LeanClassPath.planted(), "planted");
    }

    /** The benchmark with this much new work, in percent of the whole. */
    static Subject with(Path folder, int percent) throws IOException {
        Path extra = Files.createDirectories(folder.resolve("planted-" + percent));
        Files.writeString(extra.resolve(PlantedFramesBenchmark.PLANTED), Integer.toString(percent));
        return new Subject(percent + "% new", extra + File.pathSeparator + LeanClassPath.planted(), "planted");
    }

    /** Under what users get. */
    static FlameRequest request(Optional<Subject> base, Subject head, String method, FlameSettings settings) {
        return request(base, head, method, settings, new Profiles(Path.of("")).load(Profiles.DEFAULT));
    }

    static FlameRequest request(
            Optional<Subject> base, Subject head, String method, FlameSettings settings, Profile profile) {
        return new FlameRequest(
                base,
                head,
                FlameRequest.Rows.matching(List.of("^" + NAME + "." + method + "$"), Map.of()),
                List.of(launch(profile)),
                settings);
    }

    static FlameSettings settings(int forks, int warmMillis, int millis, SampledEvent... events) {
        return FlameSettings.single(List.of(events))
                .withForks(forks)
                .withTimes(Duration.ofMillis(warmMillis), Duration.ofMillis(millis));
    }

    private static Launch launch(Profile profile) {
        JdkFacts jdk = Jdks.resolve(System.getProperty("java.home"));
        return new Launch(profile, jdk, Integer.toString(jdk.feature()));
    }
}
