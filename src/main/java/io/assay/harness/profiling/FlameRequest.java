package io.assay.harness.profiling;

import io.assay.harness.result.RowKey;
import io.assay.harness.run.Launch;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

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
            List<String> patterns = rows.stream()
                    .map(row -> "^" + Pattern.quote(row.benchmark()) + "$")
                    .distinct()
                    .toList();
            // Their values may be such as the user gave to a run, not the benchmark's own.
            Map<String, Set<String>> values = new LinkedHashMap<>();
            for (RowKey row : rows) {
                row.params().forEach((name, value) -> {
                    if (!RowSelection.OF_LAUNCH.contains(name)) {
                        values.computeIfAbsent(name, key -> new LinkedHashSet<>())
                                .add(value);
                    }
                });
            }
            Map<String, String> params = new LinkedHashMap<>();
            values.forEach((name, all) -> params.put(name, String.join(",", all)));
            return new Rows(patterns, params, rows);
        }
    }
}
