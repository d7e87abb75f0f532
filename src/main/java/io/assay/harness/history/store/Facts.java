package io.assay.harness.history.store;

import io.assay.harness.result.CellsFile;
import io.assay.harness.result.Row;
import io.assay.harness.result.environment.Differences;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.jr.ob.JSON;

/** What a figure holds for, as sorted names and texts: the machine, and how the row was measured on it. */
final class Facts {
    /** Equal machines differ by some megabytes in what firmware and kernel keep for themselves. */
    private static final double MEMORY_STEP = 256.0 * 1024 * 1024;

    private Facts() {}

    /**
     * The facts of a row; what is not known is left out.
     *
     * @param environment content of environment.json; empty for a plain JMH result
     * @param run facts of the run, of cells.json
     */
    static SortedMap<String, String> of(Map<String, Object> environment, Map<String, Object> run, Row row) {
        SortedMap<String, String> facts = new TreeMap<>();
        for (String name : Differences.MACHINE) {
            at(environment, name).ifPresent(value -> facts.put(name, text(name, value)));
        }
        profile(environment, row).ifPresent(profile -> facts.put("profile", profile));
        Optional.ofNullable(run.get("preset")).ifPresent(preset -> facts.put("preset", String.valueOf(preset)));
        facts.put("jdk", row.jdk());
        for (String name : List.of("vmName", "vmVersion", "measurementBatchSize")) {
            Optional.ofNullable(row.conditions().get(name)).ifPresent(value -> facts.put(name, value));
        }
        facts.put("flags", String.join(" ", row.jvmArgs()));
        facts.put("threads", Integer.toString(row.threads()));
        return facts;
    }

    private static Optional<Object> at(Map<?, ?> map, String path) {
        Object value = map;
        for (String name : path.split("\\.", -1)) {
            value = value instanceof Map<?, ?> inner ? inner.get(name) : null;
        }
        return Optional.<Object>ofNullable(value).filter(known -> !known.equals("unknown"));
    }

    private static String text(String name, Object value) {
        return name.equals("memory.total") && value instanceof Number bytes
                ? Math.round(bytes.doubleValue() / MEMORY_STEP) * 256 + " MiB"
                : String.valueOf(value);
    }

    /** Of several profiles the row's own is a parameter of it. */
    private static Optional<String> profile(Map<String, Object> environment, Row row) {
        if (!row.key().params().containsKey("profile")
                && environment.get("profiles") instanceof List<?> profiles
                && profiles.size() == 1
                && profiles.get(0) instanceof Map<?, ?> profile) {
            return Optional.ofNullable(profile.get("name")).map(String::valueOf);
        }
        return Optional.empty();
    }

    static String json(Map<String, ?> facts) {
        return JSON.std.asString(facts);
    }

    static Map<String, String> parse(String json) {
        Map<String, String> facts = new TreeMap<>();
        JSON.std.mapFrom(json).forEach((name, value) -> facts.put(name, String.valueOf(value)));
        return facts;
    }

    /** Cells whose forks did not all come to their end stand for nothing. */
    static boolean failed(CellsFile cells, Row row) {
        return cells.cells().stream()
                .anyMatch(cell ->
                        cell.state() == CellsFile.State.FAILED && cell.key().equals(row.key()));
    }
}
