package io.assay.harness.history.store;

import io.assay.harness.compare.JmhFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** JMH results of a small suite, and their labels. */
final class Results {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Results() {}

    /** The labels of the n-th run: a day apart, a commit each. */
    static Recording.Labels labels(int n) {
        return new Recording.Labels(
                Optional.of("commit" + n), Optional.of(START.plusSeconds(86_400L * n)), Optional.empty());
    }

    /** A result of some rows; the seed decides on the noise. */
    static Path write(Path folder, int seed, int rows) throws IOException {
        JmhFile file = new JmhFile(seed);
        for (int row = 0; row < rows; row++) {
            file.time("org.example.FooBenchmark.m" + row, 100 + row, "implementation", "ASSAY", "workload", "W");
        }
        return file.write(folder.resolve("r" + seed + ".json"));
    }

    static Recording recording(Path folder, int n, int rows) throws IOException {
        return Recording.read(write(folder, n, rows), labels(n));
    }
}
