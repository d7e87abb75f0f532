package io.assay.harness.run;

import io.assay.harness.api.CellRule;
import io.assay.harness.api.Cells;
import io.assay.harness.api.Heap;
import io.assay.harness.api.OwnThreads;
import io.assay.harness.result.UserError;
import io.assay.harness.run.host.Asked;
import io.assay.harness.run.host.EnumParams;
import io.assay.harness.run.host.HostRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;

/** The benchmarks on the class path, with what their classes say about themselves. */
public final class Catalog {
    /** The floor that the harness measures by itself; it is no one's row. */
    public static final String CALIBRATION = "io.assay.calibration.EmptyBenchmark.empty";

    /** The package of the harness's own yardsticks. */
    static final String YARDSTICKS = "io.assay.calibration";

    private final List<Benchmark> benchmarks;

    private final Map<String, Map<String, String>> labels;
    private final Map<String, List<Map<String, Object>>> complexities;
    private final Map<String, Complexities.Range> ranges;
    private final Map<String, Map<String, List<String>>> constants;

    private Catalog(
            List<Benchmark> benchmarks,
            Map<String, Map<String, String>> labels,
            Map<String, List<Map<String, Object>>> complexities,
            Map<String, Complexities.Range> ranges,
            Map<String, Map<String, List<String>>> constants) {
        this.benchmarks = benchmarks;
        this.labels = labels;
        this.complexities = complexities;
        this.ranges = ranges;
        this.constants = constants;
    }

    /**
     * Reads the list that JMH's annotation processor wrote.
     *
     * @throws UserError if there is none
     */
    public static Catalog onClassPath() {
        Set<BenchmarkListEntry> entries;
        try {
            entries = BenchmarkList.defaultList().getAll(new Silence(), List.of());
        } catch (RuntimeException e) {
            throw new UserError(
                    "no benchmarks on the class path; build with 'mvn verify' and run target/benchmarks.jar", e);
        }
        List<Benchmark> all = new ArrayList<>();
        Map<String, Map<String, String>> labels = new HashMap<>();
        Map<String, List<Map<String, Object>>> complexities = new HashMap<>();
        Map<String, Complexities.Range> ranges = new HashMap<>();
        Map<String, Map<String, List<String>>> constants = new HashMap<>();
        for (BenchmarkListEntry entry : entries) {
            Class<?> type = load(entry);
            labels.computeIfAbsent(entry.getUserClassQName(), t -> ImplementationLabels.of(type));
            for (Mode mode : modes(entry.getMode())) {
                all.add(describe(entry, type, mode));
            }
            Map<String, List<String>> params = params(entry);
            complexities.put(entry.getUsername(), Complexities.of(type, entry.getUsername(), params));
            constants.put(entry.getUsername(), EnumParams.of(type, params.keySet()));
            Complexities.range(type, params).ifPresent(range -> ranges.put(entry.getUsername(), range));
        }
        all.sort(Comparator.comparing(Benchmark::family).thenComparing(Benchmark::name));
        return new Catalog(Headlines.withDefaults(all), labels, complexities, ranges, constants);
    }

    /** The benchmarks of another jar, of which nothing is known but its rows. */
    static Catalog ofRows(List<HostRow> rows) {
        return of(Headlines.withDefaults(HostBenchmarks.of(rows)));
    }

    /** For tests and other callers that know their benchmarks. */
    static Catalog of(List<Benchmark> benchmarks) {
        return of(benchmarks, Map.of());
    }

    /** The same where some can be run at any size of a range. */
    static Catalog of(List<Benchmark> benchmarks, Map<String, Complexities.Range> ranges) {
        return new Catalog(List.copyOf(benchmarks), Map.of(), Map.of(), ranges, Map.of());
    }

    /** For tests, with the constants of parameters that are enums, by benchmark and parameter. */
    static Catalog withConstants(List<Benchmark> benchmarks, Map<String, Map<String, List<String>>> constants) {
        return new Catalog(List.copyOf(benchmarks), Map.of(), Map.of(), Map.of(), constants);
    }

    private static List<Mode> modes(Mode mode) {
        return mode == Mode.All
                ? Arrays.stream(Mode.values()).filter(m -> m != Mode.All).collect(Collectors.toList())
                : List.of(mode);
    }

    private static Class<?> load(BenchmarkListEntry entry) {
        try {
            return Class.forName(entry.getUserClassQName(), false, Catalog.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new UserError(
                    "benchmark class " + entry.getUserClassQName() + " is listed but not on the class path; "
                            + "rebuild with 'mvn clean verify'",
                    e);
        }
    }

    private static Benchmark describe(BenchmarkListEntry entry, Class<?> type, Mode mode) {
        String name = entry.getUsername();
        OwnThreads own = type.getAnnotation(OwnThreads.class);
        Map<String, List<String>> params = params(entry);
        Heap heap = type.getAnnotation(Heap.class);
        return new Benchmark(
                name,
                mode,
                Asked.threads(entry.getThreads().orElse(1), entry.getThreadGroups()) + (own == null ? 0 : own.value()),
                params,
                heap == null ? Heap.DEFAULT : heap.mebibytes(),
                entry.getOperationsPerInvocation().orElse(1),
                rule(type),
                Headlines.of(type, name.substring(name.lastIndexOf('.') + 1), params));
    }

    private static Map<String, List<String>> params(BenchmarkListEntry entry) {
        Map<String, List<String>> params = new LinkedHashMap<>();
        if (entry.getParams().hasValue()) {
            entry.getParams().get().forEach((param, values) -> params.put(param, List.of(values)));
        }
        return params;
    }

    private static Optional<CellRule> rule(Class<?> type) {
        Cells cells = type.getAnnotation(Cells.class);
        if (cells == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(cells.value().getConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
            throw new UserError(
                    cells.value().getName() + ", the cell rule of " + type.getName()
                            + ", cannot be made: it needs a public constructor without arguments",
                    e);
        }
    }

    /** What the benchmark's class says of its implementations, by name; empty where it says nothing. */
    public Map<String, String> labels(Benchmark benchmark) {
        String type = benchmark.name().substring(0, Math.max(0, benchmark.name().lastIndexOf('.')));
        return labels.getOrDefault(type, Map.of());
    }

    /**
     * A benchmark with the values that were asked for.
     *
     * @param params by parameter; those that the benchmark has not change nothing
     * @return empty where it has none of a parameter's values
     */
    public Optional<Benchmark> narrowed(Benchmark benchmark, Map<String, List<String>> params) {
        Benchmark result = benchmark;
        for (Map.Entry<String, List<String>> param : params.entrySet()) {
            List<String> values = param.getValue().stream()
                    .filter(value -> admits(benchmark, param.getKey(), value))
                    .toList();
            if (values.isEmpty()) {
                return Optional.empty();
            }
            result = result.withParam(param.getKey(), values);
        }
        return Optional.of(result);
    }

    /** Whether a benchmark's parameter can have a value, as far as it is known: of enums. */
    boolean admits(Benchmark benchmark, String param, String value) {
        List<String> known = constants.getOrDefault(benchmark.name(), Map.of()).get(param);
        return known == null || known.contains(value);
    }

    /** What a benchmark is expected not to grow faster than, as a run keeps it; empty where it says nothing. */
    public List<Map<String, Object>> complexities(Benchmark benchmark) {
        return complexities.getOrDefault(benchmark.name(), List.of());
    }

    /** The sizes that a benchmark can be run at, where it says. */
    Optional<Complexities.Range> range(String benchmark) {
        return Optional.ofNullable(ranges.get(benchmark));
    }

    /** All of them but the harness's own yardsticks. */
    public List<Benchmark> all() {
        return benchmarks.stream()
                .filter(b -> !b.packageName().equals(YARDSTICKS))
                .collect(Collectors.toList());
    }

    /** Names of the benchmarks that keep several threads busy. */
    Set<String> multiThreaded() {
        return benchmarks.stream()
                .filter(b -> b.threads() > 1)
                .map(Benchmark::name)
                .collect(Collectors.toSet());
    }

    /** The empty method that the harness measures as the floor, where it is on the class path. */
    Optional<Benchmark> calibration() {
        return benchmarks.stream().filter(b -> b.name().equals(CALIBRATION)).findFirst();
    }

    /**
     * Those whose full name contains a match of one of the patterns.
     *
     * @param patterns regular expressions; none means all
     * @throws UserError if a pattern is malformed or none matches, with the nearest names
     */
    public List<Benchmark> matching(List<String> patterns) {
        if (patterns.isEmpty()) {
            return all();
        }
        Predicate<String> wanted = NamePatterns.anyOf(patterns);
        List<Benchmark> found =
                all().stream().filter(b -> wanted.test(b.name())).collect(Collectors.toList());
        if (found.isEmpty()) {
            throw new UserError("no benchmark matches '" + String.join("', '", patterns) + "'; nearest: "
                    + NamePatterns.nearest(
                            patterns, all().stream().map(b -> b.name()).collect(Collectors.toList()))
                    + " ('list' shows all)");
        }
        return found;
    }
}
