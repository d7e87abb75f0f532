package io.assay.harness.profiling;

import io.assay.harness.result.RowKey;
import io.assay.harness.run.Launch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the user wants profiled.
 *
 * @param base the older version; empty for flame graphs of one version
 * @param head the newer, or the only version
 * @param rows which rows
 * @param launches profiles and JDKs; at least one
 * @param settings how
 */
public record FlameRequest(
        Optional<Subject> base, Subject head, Rows rows, List<Launch> launches, FlameSettings settings) {
    /** Copies the list. */
    public FlameRequest {
        launches = List.copyOf(launches);
    }

    /**
     * Which rows.
     *
     * @param patterns regular expressions over benchmark names; none means all
     * @param params values that replace a benchmark's own, separated by commas
     * @param only these rows and no others; all if empty
     */
    public record Rows(List<String> patterns, Map<String, String> params, Set<RowKey> only) {
        /** Copies what can change. */
        public Rows {
            patterns = List.copyOf(patterns);
            params = Map.copyOf(params);
            only = Set.copyOf(only);
        }

        /** Rows by name. */
        public static Rows matching(List<String> patterns, Map<String, String> params) {
            return new Rows(patterns, params, Set.of());
        }

        /** These rows. */
        public static Rows exactly(Set<RowKey> rows) {
            return new Rows(List.of(), Map.of(), rows);
        }
    }
}
