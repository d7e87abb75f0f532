package io.assay.harness.scaling;

import io.assay.harness.result.Metric;
import io.assay.harness.result.Row;
import io.assay.harness.result.RowKey;
import io.assay.harness.result.UserError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the series in the rows of a JMH result. */
public final class SeriesOfRows {
    /** Names that are a size before any other, the likeliest first. */
    private static final List<String> USUAL = List.of("n", "size", "length", "count", "elements", "items");

    /** What tells rows apart by convention, and is no size even where it is a number, such as a JDK's version. */
    private static final Set<String> NEVER = Set.of("jdk", "profile", RowKey.IMPLEMENTATION, "workload");

    private final List<Series> series = new ArrayList<>();

    private SeriesOfRows() {}

    /**
     * All series: score and memory metrics over the parameter that looks like a size, benchmark by benchmark. A parameter
     * is taken for one if all its values are numbers, two of them 1 or more; where there are several, a usual name
     * decides, then the larger number of values.
     *
     * @param rows of a result
     * @return none where no benchmark has such a parameter
     */
    public static List<Series> of(List<Row> rows) {
        return of(rows, List.of());
    }

    /** The same over the parameters that expectations name; where these have one value, over one found by itself too. */
    public static List<Series> of(List<Row> rows, List<Expectation> expected) {
        SeriesOfRows found = new SeriesOfRows();
        byBenchmark(rows).forEach(of -> {
            Set<String> declared = expected.stream()
                    .filter(e -> e.benchmark().equals(of.get(0).key().benchmark()))
                    .map(Expectation::param)
                    .filter(param -> isSize(of, param))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            if (declared.stream().noneMatch(param -> sizes(of, param) > 1)) {
                param(of).ifPresent(declared::add);
            }
            declared.forEach(param -> found.add(of, param));
        });
        return found.named();
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
            boolean none = sizes(with, param) == 0;
            for (Row row : with) {
                String value = row.key().params().getOrDefault(param, "");
                if (none || number(value).isEmpty()) {
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
        return found.named();
    }

    /** Series of one benchmark in several modes carry the mode in their names. */
    private List<Series> named() {
        Map<String, Set<String>> modes = series.stream()
                .collect(Collectors.groupingBy(
                        Series::name, Collectors.mapping(Series::mode, Collectors.toCollection(HashSet::new))));
        return series.stream()
                .map(s -> modes.getOrDefault(s.name(), Set.of()).size() > 1
                        ? s.named(s.name() + " (" + s.mode() + ")")
                        : s)
                .toList();
    }

    private static Iterable<List<Row>> byBenchmark(List<Row> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.key().benchmark() + " " + row.key().mode(), LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private static Optional<String> param(List<Row> rows) {
        return rows.get(0).key().params().keySet().stream()
                .filter(name -> !NEVER.contains(name.toLowerCase(Locale.ROOT)))
                .filter(name -> isSize(rows, name) && sizes(rows, name) > 1)
                .min(Comparator.comparingInt(SeriesOfRows::rank).thenComparingLong(name -> -sizes(rows, name)));
    }

    private static boolean isSize(List<Row> rows, String name) {
        return sizes(rows, name) > 0
                && rows.stream()
                        .allMatch(row -> number(row.key().params().get(name)).isPresent());
    }

    private static int rank(String name) {
        int usual = USUAL.indexOf(name.toLowerCase(Locale.ROOT));
        return usual < 0 ? USUAL.size() : usual;
    }

    private static long sizes(List<Row> rows, String name) {
        return rows.stream()
                .flatMapToDouble(row -> size(row.key().params().get(name)).stream())
                .distinct()
                .count();
    }

    private static OptionalDouble number(@Nullable String value) {
        return value == null || !value.matches("-?[0-9][0-9_]*(\\.[0-9]+)?")
                ? OptionalDouble.empty()
                : OptionalDouble.of(Double.parseDouble(value.replace("_", "")));
    }

    private static OptionalDouble size(@Nullable String value) {
        OptionalDouble number = number(value);
        return number.isPresent() && Curve.isSize(number.getAsDouble()) ? number : OptionalDouble.empty();
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
        boolean bytes = metric.equals(Costs.ALLOCATION);
        groups.forEach((key, group) -> {
            CurveBuilder builder = new CurveBuilder();
            List<String> unusable = new ArrayList<>();
            List<String> noSize = new ArrayList<>();
            List<String> hidden = new ArrayList<>();
            for (Row row : group) {
                String value = row.key().params().getOrDefault(param, "");
                OptionalDouble n = size(value);
                Optional<double[]> costs =
                        bytes ? Costs.allocated(row, metric(row, metric)) : Costs.of(metric(row, metric));
                if (n.isEmpty()) {
                    noSize.add(value);
                } else if (costs.isEmpty()) {
                    unusable.add(value);
                } else if (bytes && Costs.hidden(row, costs.orElseThrow())) {
                    hidden.add(value);
                } else {
                    double grain = bytes ? Costs.grain(row) : 0;
                    for (double cost : costs.orElseThrow()) {
                        builder.add(n.getAsDouble(), cost, grain);
                    }
                }
            }
            warn(builder, param, noSize, "a size is a number of 1 or more");
            warn(builder, param, unusable, "no usable figure");
            warn(builder, param, hidden, "all that was allocated may be JMH's own; longer iterations tell");
            String name = key.params().isEmpty() ? key.benchmark() : key.benchmark() + "[" + key.paramText() + "]";
            series.add(new Series(
                    name,
                    key.benchmark(),
                    key.mode(),
                    key.params(),
                    param,
                    metric,
                    Costs.unit(metric(group.get(0), metric).unit()),
                    builder.curve(),
                    builder.warnings()));
        });
    }

    private static void warn(CurveBuilder builder, String param, List<String> without, String why) {
        if (!without.isEmpty()) {
            String values = without.stream()
                    .sorted(Comparator.comparingDouble(value -> number(value).orElse(0)))
                    .collect(Collectors.joining(", "));
            builder.warn("without " + param + " = " + values + ": " + why);
        }
    }

    private static Metric metric(Row row, String name) {
        Metric secondary = row.secondary().get(name);
        return secondary == null ? row.primary() : secondary;
    }
}
