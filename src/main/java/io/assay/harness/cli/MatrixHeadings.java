package io.assay.harness.cli;

import io.assay.harness.matrix.MatrixOfRun;
import io.assay.harness.result.RowKey;
import io.assay.harness.run.Benchmark;
import io.assay.harness.run.Catalog;
import io.assay.harness.run.Columns;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The names that benchmarks give themselves as columns. */
final class MatrixHeadings {
    private MatrixHeadings() {}

    static Function<RowKey, Optional<MatrixOfRun.Heading>> of(Catalog catalog) {
        Map<String, Columns.Column> columns = new HashMap<>();
        for (Benchmark benchmark : catalog.all()) {
            Columns.of(benchmark).ifPresent(column -> columns.put(benchmark.name(), column));
        }
        return key -> Optional.ofNullable(columns.get(key.benchmark()))
                .filter(column -> column.is(key.params()))
                .map(column -> new MatrixOfRun.Heading(heading(column, key), column.order()));
    }

    static Function<RowKey, Optional<MatrixOfRun.Heading>> ofClassPath() {
        return of(Catalog.onClassPath());
    }

    private static String heading(Columns.Column column, RowKey key) {
        String threads = key.params().get(RowKey.THREADS);
        return threads == null
                ? column.name()
                : String.join(" ", List.of(column.name(), "on", threads, threads.equals("1") ? "thread" : "threads"));
    }
}
