package io.assay.harness.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All that {@code environment.json} says, a line each. */
final class EnvironmentTable {
    private EnvironmentTable() {}

    static Table of(Map<String, Object> environment) {
        List<List<String>> rows = new ArrayList<>();
        environment.forEach((name, value) -> add(name, value, rows));
        return new Table(
                "Environment",
                "what the run found, as environment.json has it",
                List.of("fact", "value"),
                rows,
                List.of());
    }

    private static void add(String name, Object value, List<List<String>> rows) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((inner, of) -> add(name + "." + inner, of, rows));
        } else if (value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance)) {
            for (int i = 0; i < list.size(); i++) {
                add(name + "[" + i + "]", list.get(i), rows);
            }
        } else if (value instanceof List<?> list) {
            rows.add(List.of(
                    name, String.join(" ", list.stream().map(String::valueOf).toList())));
        } else {
            rows.add(List.of(name, value instanceof Double number ? Figures.of(number) : String.valueOf(value)));
        }
    }
}
