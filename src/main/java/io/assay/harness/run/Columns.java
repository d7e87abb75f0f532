package io.assay.harness.run;

import io.assay.harness.api.MatrixColumn;
import io.assay.harness.result.UserError;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@link MatrixColumn} annotations. */
public final class Columns {
    private Columns() {}

    /**
     * What a benchmark says of itself as a column.
     *
     * @param name the heading
     * @param order its place
     * @param params the row's parameters
     * @param operationMillis about how long an operation takes
     */
    public record Column(String name, int order, Map<String, String> params, int operationMillis) {
        /** Copies what can change. */
        public Column {
            params = Map.copyOf(params);
        }

        /** Whether a row of the benchmark is the column. */
        public boolean is(Map<String, String> row) {
            return row.entrySet().containsAll(params.entrySet());
        }
    }

    /**
     * Looks whether a benchmark has the row that it says is a column.
     *
     * @param benchmark as its class has it: with all values of its parameters
     * @throws UserError if the annotation names a parameter or a value that the benchmark has not: the column would
     *     silently be empty
     */
    public static void check(Benchmark benchmark) {
        of(benchmark)
                .ifPresent(column -> column.params().forEach((name, value) -> {
                    if (!benchmark.params().getOrDefault(name, List.of()).contains(value)) {
                        throw new UserError(
                                "@MatrixColumn(where = \"" + name + "=" + value + "\") on " + benchmark.name()
                                        + ": it has no such parameter and value; it has " + benchmark.params());
                    }
                }));
    }

    /**
     * The column that a benchmark is; empty where it is none.
     *
     * @param benchmark perhaps with some values of its parameters alone
     */
    public static Optional<Column> of(Benchmark benchmark) {
        String name = benchmark.name();
        int dot = name.lastIndexOf('.');
        Class<?> type;
        try {
            type = Class.forName(name.substring(0, dot), false, Columns.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new UserError("benchmark class of " + name + " is not on the class path; rebuild", e);
        }
        Optional<MatrixColumn> found = Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name.substring(dot + 1)))
                .map(Columns::of)
                .flatMap(Optional::stream)
                .findFirst();
        return found.or(() -> Optional.ofNullable(type.getAnnotation(MatrixColumn.class)))
                .map(column -> read(column, benchmark));
    }

    private static Optional<MatrixColumn> of(Method method) {
        return Optional.ofNullable(method.getAnnotation(MatrixColumn.class));
    }

    private static Column read(MatrixColumn column, Benchmark benchmark) {
        Map<String, String> params = new LinkedHashMap<>();
        for (String text : column.where()) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw new UserError(
                        "@MatrixColumn(where = \"" + text + "\") on " + benchmark.name() + ": write name=value");
            }
            params.put(text.substring(0, equals), text.substring(equals + 1));
        }
        return new Column(column.value(), column.order(), params, column.operationMillis());
    }
}
