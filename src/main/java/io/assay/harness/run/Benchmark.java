package io.assay.harness.run;

import io.assay.harness.api.CellRule;
import io.assay.harness.run.host.Combinations;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.annotations.Mode;

/**
 * A benchmark method as it was found on the class path.
 *
 * @param name class and method
 * @param mode JMH's mode
 * @param threads threads that it keeps busy: those it asks JMH for, in whole groups, and those it says it starts
 * @param params values by parameter name, in the order of declaration
 * @param heap heap size in mebibytes
 * @param operations operations that one invocation counts for
 * @param rule says which cells apply, where the class has one
 * @param headlines restrictions of the headline rows; empty where it has none
 */
public record Benchmark(
        String name,
        Mode mode,
        int threads,
        Map<String, List<String>> params,
        int heap,
        int operations,
        Optional<CellRule> rule,
        List<Map<String, List<String>>> headlines) {
    /** Copies what can change, keeping the order of the parameters. */
    public Benchmark {
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
        headlines = List.copyOf(headlines);
    }

    /** The package's last part: by convention the family. */
    public String family() {
        int method = name.lastIndexOf('.');
        int type = name.lastIndexOf('.', method - 1);
        return type < 0 ? "" : name.substring(name.lastIndexOf('.', type - 1) + 1, type);
    }

    /** The class without its package. */
    public String className() {
        String type = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        return type.substring(type.lastIndexOf('.') + 1);
    }

    /** The package of the benchmark's class; empty where it has none. */
    String packageName() {
        String type = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        return type.substring(0, Math.max(0, type.lastIndexOf('.')));
    }

    /** All combinations of parameter values, in order: the first parameter varies slowest. */
    public List<Map<String, String>> combinations() {
        return Combinations.of(params);
    }

    /** Whether a combination is one of the rows that stand for the family. */
    public boolean isHeadline(Map<String, String> combination) {
        return headlines.stream()
                .anyMatch(headline -> headline.entrySet().stream()
                        .allMatch(e -> combination.containsKey(e.getKey())
                                && e.getValue().contains(combination.get(e.getKey()))));
    }

    /** The same with values of a parameter replaced, each once; a name it does not have changes nothing. */
    Benchmark withParam(String param, List<String> values) {
        if (!params.containsKey(param)) {
            return this;
        }
        Map<String, List<String>> replaced = new LinkedHashMap<>(params);
        replaced.put(param, values.stream().distinct().toList());
        return new Benchmark(name, mode, threads, replaced, heap, operations, rule, headlines);
    }

    /** The same with these headlines. */
    Benchmark withHeadlines(List<Map<String, List<String>>> replaced) {
        return new Benchmark(name, mode, threads, params, heap, operations, rule, replaced);
    }
}
