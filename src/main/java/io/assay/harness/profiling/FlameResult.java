package io.assay.harness.profiling;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a session made.
 *
 * @param folder its files
 * @param index a page with a link to each graph; empty if there is none
 * @param graphs in the order of the rows
 * @param failures rows that have no graph, and why, one line each
 */
public record FlameResult(Path folder, Optional<Path> index, List<Graph> graphs, List<String> failures) {
    /** Copies the lists. */
    public FlameResult {
        graphs = List.copyOf(graphs);
        failures = List.copyOf(failures);
    }
}
