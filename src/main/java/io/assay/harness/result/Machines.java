package io.assay.harness.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which machine measured which row of a result that was put together from several. Immutable.
 *
 * <p>In environment.json it is the list {@code machines}: of each, its whole {@code environment} and the {@code rows}
 * that it measured. A run of one machine has no such list.
 */
public final class Machines {
    /** The list's name in environment.json. */
    public static final String KEY = "machines";

    private final Map<String, Object> whole;
    private final Map<String, Map<String, Object>> byRow;

    private Machines(Map<String, Object> whole, Map<String, Map<String, Object>> byRow) {
        this.whole = whole;
        this.byRow = byRow;
    }

    /** Reads the content of an environment.json. */
    public static Machines of(Map<String, Object> environment) {
        Map<String, Map<String, Object>> byRow = new LinkedHashMap<>();
        if (environment.get(KEY) instanceof List<?> machines) {
            for (Object machine : machines) {
                if (machine instanceof Map<?, ?> entry
                        && entry.get("environment") instanceof Map<?, ?> facts
                        && entry.get("rows") instanceof List<?> rows) {
                    Map<String, Object> copy = new LinkedHashMap<>();
                    facts.forEach((name, value) -> copy.put(String.valueOf(name), value));
                    rows.forEach(row -> byRow.put(String.valueOf(row), copy));
                }
            }
        }
        return new Machines(environment, byRow);
    }

    /** One entry of the list. */
    public static Map<String, Object> entry(Map<String, Object> environment, List<Row> rows) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("environment", environment);
        entry.put(
                "rows",
                new ArrayList<>(rows.stream().map(row -> name(row.key())).toList()));
        return entry;
    }

    /** The environment of the machine that measured a row: the only one, where there is one. */
    public Map<String, Object> of(Row row) {
        return byRow.getOrDefault(name(row.key()), whole);
    }

    private static String name(RowKey key) {
        return key.benchmark() + " " + key.mode() + " " + new TreeMap<>(key.params());
    }
}
