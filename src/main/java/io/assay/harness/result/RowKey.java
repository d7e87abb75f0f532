package io.assay.harness.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What makes two rows the same row.
 *
 * @param benchmark class and method
 * @param mode JMH's short label: {@code avgt}, {@code thrpt}, {@code sample}, {@code ss}
 * @param params parameters by name, in the order of the result
 */
public record RowKey(String benchmark, String mode, Map<String, String> params) {
    /** Parameter that names the implementation, by convention of the benchmarks. */
    public static final String IMPLEMENTATION = "implementation";

    /** Parameter that names the runtime profile, where a run has several. */
    public static final String PROFILE = "profile";

    /** Parameter that names the forks' JDK, where a run has several. */
    public static final String JDK = "jdk";

    /** Parameter that counts the threads, where a run varies them. */
    public static final String THREADS = "threads";

    /** Copies the parameters and keeps their order. */
    public RowKey {
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    }

    /** {@code Class.method}, without the package. */
    public String simpleName() {
        int method = benchmark.lastIndexOf('.');
        int type = benchmark.lastIndexOf('.', method - 1);
        return benchmark.substring(type + 1);
    }

    /** The last part of the package: by convention the family. */
    public String family() {
        int method = benchmark.lastIndexOf('.');
        int type = method < 0 ? -1 : benchmark.lastIndexOf('.', method - 1);
        return type < 0 ? "" : benchmark.substring(benchmark.lastIndexOf('.', type - 1) + 1, type);
    }

    /** The same row with a parameter taken out: rows that are alike in it are compared with each other. */
    public RowKey without(String param) {
        Map<String, String> rest = new LinkedHashMap<>(params);
        rest.remove(param);
        return new RowKey(benchmark, mode, rest);
    }

    /** {@code name=value} pairs, separated by commas. */
    public String paramText() {
        return params.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(","));
    }

    /** For people: simple name and parameters. */
    @Override
    public String toString() {
        return params.isEmpty() ? simpleName() : simpleName() + "[" + paramText() + "]";
    }
}
