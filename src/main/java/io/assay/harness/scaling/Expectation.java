package io.assay.harness.scaling;

import io.assay.harness.result.CellsFile;
import io.assay.harness.result.RowKey;
import io.assay.harness.result.UserError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a benchmark says of its own complexity.
 *
 * @param benchmark class and method
 * @param param the parameter that n is
 * @param metric {@link Series#SCORE} or a secondary metric
 * @param max the class that it must not grow faster than
 * @param where parameter values that it holds for; a parameter that is not named may have any
 */
public record Expectation(String benchmark, String param, String metric, Growth max, Map<String, List<String>> where) {
    /** Where a run's facts keep the expectations. */
    public static final String FACT = "complexity";

    /** Copies. */
    public Expectation {
        where = Map.copyOf(where);
    }

    /** Whether it is one of this series. */
    public boolean covers(Series series) {
        return series.benchmark().equals(benchmark)
                && series.param().equals(param)
                && series.metric().equals(metric)
                && holdsFor(series.params());
    }

    /** Whether it speaks of a row that was measured, whatever became of it. */
    boolean concerns(RowKey row) {
        return row.benchmark().equals(benchmark) && holdsFor(row.params());
    }

    private boolean holdsFor(Map<String, String> params) {
        return where.entrySet().stream().allMatch(e -> e.getValue().contains(params.getOrDefault(e.getKey(), "")));
    }

    /** What stands for the series that it should have covered and that is not there. */
    Series missing() {
        String which = where.entrySet().stream()
                .map(e -> e.getKey() + "=" + String.join("|", e.getValue()))
                .sorted()
                .collect(Collectors.joining(","));
        return new Series(
                which.isEmpty() ? benchmark : benchmark + "[" + which + "]",
                benchmark,
                "",
                Map.of(),
                param,
                metric,
                "",
                Optional.empty(),
                List.of("@Complexity: no row has a figure of " + metric + " over " + param));
    }

    /** The expectations that a run folder kept. */
    static List<Expectation> of(CellsFile cells) {
        List<Expectation> all = new ArrayList<>();
        if (cells.run().get(FACT) instanceof List<?> kept) {
            for (Object entry : kept) {
                if (entry instanceof Map<?, ?> map) {
                    all.add(of(map));
                }
            }
        }
        return all;
    }

    /**
     * One expectation, as a run keeps it.
     *
     * @throws UserError if it names a class or a metric that there is not
     */
    public static Expectation of(Map<?, ?> fact) {
        String place = "@Complexity of " + text(fact, "benchmark") + ": ";
        Growth max = Growth.parse(text(fact, "max"))
                .orElseThrow(() -> new UserError(place + "'" + text(fact, "max") + "' is no class; write one of "
                        + Arrays.stream(Growth.values()).map(Growth::label).collect(Collectors.joining(", "))));
        String metric = text(fact, "metric");
        if (!metric.equals(Series.SCORE) && !Costs.MEMORY.contains(metric)) {
            throw new UserError(place + "'" + metric + "' is not fitted; write " + Series.SCORE + " or one of "
                    + String.join(", ", Costs.MEMORY));
        }
        return new Expectation(text(fact, "benchmark"), text(fact, "param"), metric, max, where(fact));
    }

    private static String text(Map<?, ?> map, String name) {
        return String.valueOf(map.get(name));
    }

    private static Map<String, List<String>> where(Map<?, ?> map) {
        Map<String, List<String>> where = new LinkedHashMap<>();
        if (map.get("where") instanceof Map<?, ?> kept) {
            kept.forEach((name, values) -> {
                if (values instanceof List<?> list) {
                    where.put(
                            String.valueOf(name),
                            list.stream().map(String::valueOf).toList());
                }
            });
        }
        return where;
    }
}
