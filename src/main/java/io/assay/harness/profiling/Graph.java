package io.assay.harness.profiling;

import io.assay.harness.result.RowKey;
import java.nio.file.Path;
import java.util.List;

/**
 * A flame graph that was written.
 *
 * @param key the row
 * @param name event, with {@code -diff} where it is differential
 * @param page the HTML file
 * @param text what a terminal shows of it
 * @param changed frames above noise, most certain first; none unless it is differential
 */
public record Graph(RowKey key, String name, Path page, String text, List<String> changed) {
    /** Copies the list. */
    public Graph {
        changed = List.copyOf(changed);
    }
}
