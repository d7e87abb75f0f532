package io.assay.harness.report;

import io.assay.harness.api.Figure;
import io.assay.harness.result.Row;
import io.assay.harness.result.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Columns for what the benchmarks of one table count beside their score: the time of an item where they count
 * {@code items}, the rate in units of 1e9 bytes a second where they count {@code bytes}, and of any other counter,
 * encoded bytes for instance, how much of it an operation brought. Behind them what they have {@link io.assay.harness.api.Reported}.
 */
final class CounterColumns {
    private static final String ITEMS = "items";
    private static final String BYTES = "bytes";

    private final List<String> counters;
    private final List<Figure> reported;
    private final boolean cores;
    private final String unit;

    CounterColumns(List<Row> rows) {
        // A counter is a field of a Java class; the metrics of profilers have dots in their names.
        counters = rows.stream()
                .flatMap(row -> row.secondary().keySet().stream()
                        .filter(name -> name.indexOf('.') < 0
                                && row.countPerOperation(name).isPresent()))
                .distinct()
                .sorted()
                .toList();
        reported = Figure.columns().stream()
                .filter(figure -> rows.stream().anyMatch(row -> row.secondary().containsKey(figure.metric())))
                .toList();
        cores = rows.stream().anyMatch(CoreColumn::in);
        unit = rows.get(0).primary().unit();
    }

    List<String> headers() {
        List<String> headers = new ArrayList<>();
        counters.forEach(name -> headers.add(header(name)));
        reported.forEach(figure -> headers.add(figure.header()));
        if (cores) headers.add(CoreColumn.HEADER);
        return headers;
    }

    List<String> figures(Row row) {
        List<String> figures = new ArrayList<>();
        for (String name : counters) {
            figures.add(figure(row, name).map(Figures::of).orElse("-"));
        }
        reported.forEach(figure ->
                figures.add(row.secondaryScore(figure.metric()).map(Figures::of).orElse("-")));
        if (cores) figures.add(CoreColumn.text(row));
        return figures;
    }

    private String header(String name) {
        if (name.equals(BYTES)) {
            return "GB/s";
        }
        return isTime(name) ? unit.replace("/op", "/item") : name + "/op";
    }

    private Optional<Double> figure(Row row, String name) {
        if (name.equals(BYTES)) {
            // A byte a nanosecond is 1e9 bytes a second.
            return row.secondaryScore(BYTES)
                    .flatMap(score -> Units.nanosPerOperation(score, unit))
                    .map(nanos -> 1 / nanos)
                    .filter(Double::isFinite);
        }
        return isTime(name) ? row.secondaryScore(name) : row.countPerOperation(name);
    }

    private boolean isTime(String name) {
        return name.equals(ITEMS) && !Units.isThroughput(unit);
    }
}
