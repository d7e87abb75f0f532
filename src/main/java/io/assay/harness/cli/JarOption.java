package io.assay.harness.cli;

import io.assay.harness.profiling.Subject;
import io.assay.harness.result.UserError;
import io.assay.harness.run.Interruption;
import io.assay.harness.run.OtherJar;
import io.assay.harness.run.version.Version;
import io.assay.harness.run.version.Versions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose benchmarks a command works on. */
final class JarOption {
    @Option(
            names = "--jar",
            paramLabel = "OTHER",
            description =
                    "The benchmarks of this JMH benchmark jar, by its own JMH, instead of those that come with Assay.")
    private @Nullable String jar;

    JarOption() {}

    /**
     * The benchmarks.
     *
     * @throws UserError if the file is no JMH benchmark jar, or its JMH is too old
     */
    Measured open(LaunchOptions launch, ParamOptions params, Interruption interruption) {
        if (jar == null) {
            return Measured.own();
        }
        if (!Files.isRegularFile(Path.of(jar))) {
            throw new UserError("--jar " + jar + ": no such file; name a JMH benchmark jar");
        }
        Version version = new Versions(Path.of(""), interruption, note -> {}).named(jar);
        OtherJar other = interruption.during(() -> new OtherJar(
                version.jar(), version.sha256(), params.texts(), launch.all().get(0)));
        return new Measured(other.catalog(), Optional.of(other), Subject.of(version));
    }
}
