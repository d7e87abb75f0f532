package io.assay.harness.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whose benchmarks were run, where they are those of another jar, and what their annotations asked for. */
final class OtherBenchmarks {
    private OtherBenchmarks() {}

    /** A line for the jar, one for each demand; none where this program's own were run. */
    static List<String> lines(Map<String, Object> environment) {
        List<String> lines = new ArrayList<>();
        if (environment.get("jar") instanceof Map<?, ?> jar && jar.get("jmh") instanceof String jmh) {
            lines.add("benchmarks: " + jar.get("file") + ", run by its own JMH " + jmh
                    + "; the numbers of forks and iterations are this run's, the flags of @Fork the benchmarks' own");
            if (jar.get("asked") instanceof Map<?, ?> asked) {
                asked.forEach((what, names) -> lines.add("  " + what + " was asked for by " + names(names)));
            }
        }
        return lines;
    }

    private static String names(Object names) {
        return names instanceof List<?> list
                ? RunView.shortened(list.stream().map(String::valueOf).toList())
                : String.valueOf(names);
    }
}
