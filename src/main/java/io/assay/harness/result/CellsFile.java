package io.assay.harness.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code cells.json}: what neither JMH's JSON nor the environment holds.
 *
 * @param run facts of the run: preset, settings, seed, whether it was interrupted
 * @param cells state of each cell
 * @param forks the forks in the order in which they ran
 * @param warnings what the analysers said
 */
public record CellsFile(
        Map<String, Object> run, List<CellState> cells, List<Map<String, Object>> forks, List<RowWarning> warnings) {
    /** Copies what can change. */
    public CellsFile {
        run = new LinkedHashMap<>(run);
        cells = List.copyOf(cells);
        forks = List.copyOf(forks);
        warnings = List.copyOf(warnings);
    }

    /** The same with other warnings. */
    public CellsFile withWarnings(List<RowWarning> replaced) {
        return new CellsFile(run, cells, forks, replaced);
    }

    /** How a cell ended. */
    public enum State {
        /** All its forks measured. */
        OK("ok"),
        /** At least one fork did not. */
        FAILED("failed"),
        /** It was not run, for a reason. */
        NOT_APPLICABLE("n/a");

        private final String text;

        State(String text) {
            this.text = text;
        }

        /** As the file says it. */
        public String text() {
            return text;
        }
    }

    /**
     * One cell.
     *
     * @param key as in the result
     * @param state how it ended
     * @param reason why, where it is not ok
     * @param heapMebibytes heap of its forks
     * @param operations operations that one invocation counts for
     * @param forks how many measured
     */
    public record CellState(
            RowKey key, State state, Optional<String> reason, int heapMebibytes, int operations, int forks) {}

    /**
     * A warning, on a row or on the whole run.
     *
     * @param row the row; empty for the whole run
     * @param kind a stable name
     * @param severity {@code note}, {@code warning} or {@code unusable}
     * @param message one sentence
     */
    public record RowWarning(Optional<RowKey> row, String kind, String severity, String message) {}

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>(run);
        List<Object> cellList = new ArrayList<>();
        for (CellState cell : cells) {
            Map<String, Object> entry = keyMap(cell.key());
            entry.put("state", cell.state().text());
            cell.reason().ifPresent(reason -> entry.put("reason", reason));
            entry.put("heapMebibytes", cell.heapMebibytes());
            entry.put("operationsPerInvocation", cell.operations());
            entry.put("forks", cell.forks());
            cellList.add(entry);
        }
        map.put("cells", cellList);
        map.put("forks", forks);
        List<Object> warningList = new ArrayList<>();
        for (RowWarning warning : warnings) {
            Map<String, Object> entry = new LinkedHashMap<>();
            warning.row().ifPresent(row -> entry.put("row", keyMap(row)));
            entry.put("kind", warning.kind());
            entry.put("severity", warning.severity());
            entry.put("message", warning.message());
            warningList.add(entry);
        }
        map.put("warnings", warningList);
        return map;
    }

    private static Map<String, Object> keyMap(RowKey key) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("benchmark", key.benchmark());
        map.put("mode", key.mode());
        map.put("params", key.params());
        return map;
    }

    static CellsFile of(String file, Map<String, Object> map) {
        Map<String, Object> run = new LinkedHashMap<>(map);
        List<CellState> cells = new ArrayList<>();
        for (Map<?, ?> cell : objects(file, run.remove("cells"))) {
            cells.add(new CellState(
                    key(file, cell),
                    state(file, text(file, cell, "state")),
                    Optional.ofNullable(cell.get("reason")).map(String::valueOf),
                    number(file, cell, "heapMebibytes"),
                    number(file, cell, "operationsPerInvocation"),
                    number(file, cell, "forks")));
        }
        List<Map<String, Object>> forks = new ArrayList<>();
        for (Map<?, ?> fork : objects(file, run.remove("forks"))) {
            Map<String, Object> copy = new LinkedHashMap<>();
            fork.forEach((k, v) -> copy.put(String.valueOf(k), v));
            forks.add(copy);
        }
        List<RowWarning> warnings = new ArrayList<>();
        for (Map<?, ?> warning : objects(file, run.remove("warnings"))) {
            warnings.add(new RowWarning(
                    warning.get("row") instanceof Map<?, ?> row ? Optional.of(key(file, row)) : Optional.empty(),
                    text(file, warning, "kind"),
                    text(file, warning, "severity"),
                    text(file, warning, "message")));
        }
        return new CellsFile(run, cells, forks, warnings);
    }

    private static RowKey key(String file, Map<?, ?> map) {
        Map<String, String> params = new LinkedHashMap<>();
        if (map.get("params") instanceof Map<?, ?> given) {
            given.forEach((k, v) -> params.put(String.valueOf(k), String.valueOf(v)));
        }
        return new RowKey(text(file, map, "benchmark"), text(file, map, "mode"), params);
    }

    private static State state(String file, String text) {
        for (State state : State.values()) {
            if (state.text().equals(text)) {
                return state;
            }
        }
        throw new UserError(file + ": unknown cell state '" + text + "'; was it written by a newer version?");
    }

    private static List<Map<?, ?>> objects(String file, @Nullable Object value) {
        List<Map<?, ?>> list = new ArrayList<>();
        if (value instanceof List<?> entries) {
            for (Object entry : entries) {
                if (!(entry instanceof Map<?, ?> map)) {
                    throw new UserError(file + ": expected an object, found " + entry);
                }
                list.add(map);
            }
            return list;
        }
        throw new UserError(file + ": expected the lists cells, forks and warnings");
    }

    private static String text(String file, Map<?, ?> map, String name) {
        if (map.get(name) instanceof String text) {
            return text;
        }
        throw new UserError(file + ": expected text at '" + name + "', found " + map.get(name));
    }

    private static int number(String file, Map<?, ?> map, String name) {
        if (map.get(name) instanceof Number number) {
            return number.intValue();
        }
        throw new UserError(file + ": expected a number at '" + name + "', found " + map.get(name));
    }
}
