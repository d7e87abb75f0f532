package io.assay.harness.cli;

import io.assay.harness.profiling.Subject;
import io.assay.harness.run.Catalog;
import io.assay.harness.run.OtherJar;
import io.assay.harness.run.Progress;
import io.assay.harness.run.RunExecutor;
import java.util.Optional;

/**
 * Benchmarks that a command works on.
 *
 * @param catalog what there is
 * @param jar where it is somebody else's
 * @param subject the same for a profiler
 */
record Measured(Catalog catalog, Optional<OtherJar> jar, Subject subject) implements AutoCloseable {
    /** Those that come with Assay. */
    static Measured own() {
        return new Measured(Catalog.onClassPath(), Optional.empty(), Subject.own());
    }

    RunExecutor executor(Progress progress) {
        return jar.map(other -> new RunExecutor(other, progress)).orElseGet(() -> new RunExecutor(catalog, progress));
    }

    @Override
    public void close() {
        jar.ifPresent(OtherJar::close);
    }
}
