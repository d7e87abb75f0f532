package io.assay.harness.run;

import io.assay.harness.api.CellRule;
import io.assay.harness.run.host.HostRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Mode;

/** The benchmarks whose rows another jar listed. */
final class HostBenchmarks {
    private HostBenchmarks() {}

    static List<Benchmark> of(List<HostRow> rows) {
        Map<String, List<HostRow>> together = new LinkedHashMap<>();
        for (HostRow row : rows) {
            together.computeIfAbsent(row.benchmark() + " " + row.mode(), name -> new ArrayList<>())
                    .add(row);
        }
        return together.values().stream().map(HostBenchmarks::benchmark).toList();
    }

    private static Benchmark benchmark(List<HostRow> rows) {
        HostRow first = rows.get(0);
        Map<String, Set<String>> params = new LinkedHashMap<>();
        Map<Map<String, String>, String> reasons = new HashMap<>();
        List<Map<String, List<String>>> headlines = new ArrayList<>();
        for (HostRow row : rows) {
            row.params()
                    .forEach((name, value) -> params.computeIfAbsent(name, n -> new LinkedHashSet<>())
                            .add(value));
            if (!row.notToRun().isEmpty()) {
                reasons.put(row.params(), row.notToRun());
            }
            if (row.headline()) {
                Map<String, List<String>> exactly = new LinkedHashMap<>();
                row.params().forEach((name, value) -> exactly.put(name, List.of(value)));
                headlines.add(exactly);
            }
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        params.forEach((name, all) -> values.put(name, List.copyOf(all)));
        return new Benchmark(
                first.benchmark(),
                Mode.deepValueOf(first.mode()),
                first.threads(),
                values,
                first.heap(),
                first.operations(),
                reasons.isEmpty() ? Optional.empty() : Optional.of(new Reasons(Map.copyOf(reasons))),
                headlines);
    }

    /** What the jar's own rules said. */
    private record Reasons(Map<Map<String, String>, String> byParams) implements CellRule {
        @Override
        public @Nullable String reasonNotToRun(Map<String, String> params) {
            return byParams.get(params);
        }
    }
}
