package io.assay.harness.scaling;

import io.assay.harness.result.Metric;
import io.assay.harness.result.Row;
import io.assay.harness.result.RowKey;
import io.assay.harness.result.UserError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the series in the rows of a JMH result. */
public final class SeriesOfRows {
    /** Names that are a size before any other, the likeliest first. */
    private static final List<String> USUAL = List.of("n", "size", "length", "count", "elements", "items");

    private final Map<String, Series> series = new LinkedHashMap<>();

    private SeriesOfRows() {}

    /**
     * All series: score and memory metrics over the parameter that looks like a size, benchmark by benchmark. A parameter
     * is taken for one if all its values are numbers of 1 and more; where there are several, a usual name decides, then
     * the larger number of values.
     *
     * @param rows of a result
     * @return none where no benchmark has such a parameter with two values
     */
    public static List<Series> of(List<Row> rows) {
        SeriesOfRows found = new SeriesOfRows();
        byBenchmark(rows).forEach(of -> param(of).ifPresent(param -> found.add(of, param)));
        return List.copyOf(found.series.values());
    }

    /**
     * All series over a parameter of that name.
     *
     * @throws UserError if no row has it, or a value of it is no size
     */
    public static List<Series> of(String file, List<Row> rows, String param) {
        SeriesOfRows found = new SeriesOfRows();
        byBenchmark(rows).forEach(of -> {
            List<Row> with = of.stream()
                    .filter(row -> row.key().params().containsKey(param))
                    .toList();
            for (Row row : with) {
                String value = row.key().params().getOrDefault(param, "");
                if (size(value).isEmpty()) {
                    throw new UserError(file + ": --param " + param + " of "
                            + row.key().simpleName() + " is '" + value + "'; a size is a number of 1 or more");
                }
            }
            if (!with.isEmpty()) {
                found.add(with, param);
            }
        });
        if (found.series.isEmpty()) {
            String there = rows.stream()
                    .flatMap(row -> row.key().params().keySet().stream())
                    .distinct()
                    .collect(Collectors.joining(", "));
            throw new UserError(file + ": --param " + param + ": no row has a parameter of that name; "
                    + (there.isEmpty() ? "no row has any" : "they have " + there));
        }
        return List.copyOf(found.series.values());
    }

    private static Iterable<List<Row>> byBenchmark(List<Row> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.key().benchmark() + " " + row.key().mode(), LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private static Optional<String> param(List<Row> rows) {
        return rows.get(0).key().params().keySet().stream()
                .filter(name -> rows.stream()
                        .allMatch(row -> size(row.key().params().get(name)).isPresent()))
                .filter(name -> values(rows, name) > 1)
                .min(Comparator.comparingInt(SeriesOfRows::rank).thenComparingLong(name -> -values(rows, name)));
    }

    private static int rank(String name) {
        int usual = USUAL.indexOf(name.toLowerCase(Locale.ROOT));
        return usual < 0 ? USUAL.size() : usual;
    }

    private static long values(List<Row> rows, String name) {
        return rows.stream().map(row -> row.key().params().get(name)).distinct().count();
    }

    private static OptionalDouble size(@Nullable String value) {
        if (value == null || !value.matches("[0-9][0-9_]*(\\.[0-9]+)?")) {
            return OptionalDouble.empty();
        }
        double size = Double.parseDouble(value.replace("_", ""));
        return size >= 1 && size <= 1e15 ? OptionalDouble.of(size) : OptionalDouble.empty();
    }

    private void add(List<Row> rows, String param) {
        add(rows, param, Series.SCORE, row -> true);
        for (String memory : Costs.MEMORY) {
            add(rows, param, memory, row -> row.secondary().containsKey(memory));
        }
    }

    private void add(List<Row> rows, String param, String metric, Predicate<Row> has) {
        Map<RowKey, List<Row>> groups = rows.stream()
                .filter(has)
                .collect(Collectors.groupingBy(
                        row -> row.key().without(param), LinkedHashMap::new, Collectors.toList()));
        groups.forEach((key, group) -> {
            CurveBuilder builder = new CurveBuilder();
            List<String> unusable = new ArrayList<>();
            for (Row row : group) {
                double n = size(row.key().params().get(param)).orElseThrow();
                Optional<double[]> costs = Costs.of(metric(row, metric), metric.equals(Costs.ALLOCATION));
                if (costs.isEmpty()) {
                    unusable.add(row.key().params().get(param));
                } else {
                    for (double cost : costs.orElseThrow()) {
                        builder.add(n, cost);
                    }
                }
            }
            if (!unusable.isEmpty()) {
                builder.warn("without " + param + " = " + String.join(", ", unusable) + ": no usable figure");
            }
            boolean bytes = metric.equals(Costs.ALLOCATION);
            String name = key.params().isEmpty() ? key.benchmark() : key.benchmark() + "[" + key.paramText() + "]";
            series.put(
                    key.mode() + name + metric,
                    new Series(
                            name,
                            key.benchmark(),
                            key.params(),
                            param,
                            metric,
                            Costs.unit(metric(group.get(0), metric).unit()),
                            builder.curve(bytes ? Costs.HEAP_GRAIN : 0),
                            builder.warnings()));
        });
    }

    private static Metric metric(Row row, String name) {
        Metric secondary = row.secondary().get(name);
        return secondary == null ? row.primary() : secondary;
    }
}
