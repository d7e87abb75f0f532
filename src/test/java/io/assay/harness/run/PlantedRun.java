package io.assay.harness.run;

import io.assay.harness.result.RunFolder;
import io.assay.harness.result.environment.Jdks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** A real run, with real forks, of the planted benchmarks. */
final class PlantedRun {
    private static final String PACKAGE = "io\\.assay\\.harness\\.run\\.planted\\.";

    private PlantedRun() {}

    static RunRequest request(
            String pattern, Settings settings, Map<String, List<String>> params, List<String> jvmFlags) {
        Profile plain = new Profiles(Path.of("")).load(Profiles.DEFAULT);
        Profile profile = new Profile(
                "planted",
                plain.description(),
                plain.collector(),
                plain.heap(),
                plain.containers(),
                plain.checks(),
                Stream.concat(Stream.of(QuickProfile.FIRST_TIER), jvmFlags.stream())
                        .toList(),
                Map.of(),
                plain.origin());
        RunRequest.Overrides overrides = new RunRequest.Overrides(
                OptionalInt.of(settings.forks()),
                OptionalInt.of(settings.warmupIterations()),
                Optional.of(settings.warmupTime()),
                OptionalInt.of(settings.iterations()),
                Optional.of(settings.time()),
                Optional.empty());
        // Smoke: the other presets weigh the live heap in forks of their own.
        return new RunRequest(
                List.of(PACKAGE + pattern),
                Preset.SMOKE,
                overrides,
                params,
                List.of(profile),
                List.of(Jdks.resolve(System.getProperty("java.home"))),
                42);
    }

    static RunFolder carryOut(RunRequest request, Path folder, Progress progress, Duration patience) {
        try (Interruption interruption = new Interruption()) {
            return new RunExecutor(Catalog.onClassPath(), progress, patience).run(request, folder, interruption);
        }
    }
}
