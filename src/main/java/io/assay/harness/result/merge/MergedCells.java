package io.assay.harness.result.merge;

import io.assay.harness.result.CellsFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The cells of several runs, one run's after the other's. */
final class MergedCells {
    private MergedCells() {}

    static CellsFile of(List<Part> parts, List<String> notices) {
        Yardsticks yardsticks = Yardsticks.of(parts);
        List<CellsFile.CellState> cells = new ArrayList<>();
        List<Map<String, Object>> forks = new ArrayList<>();
        List<CellsFile.RowWarning> warnings = new ArrayList<>();
        for (Part part : parts) {
            Map<Integer, Integer> places = new LinkedHashMap<>();
            List<CellsFile.CellState> own = part.cells().cells();
            for (int i = 0; i < own.size(); i++) {
                if (yardsticks.keeps(part, own.get(i).key())) {
                    places.put(i, cells.size());
                    cells.add(own.get(i));
                }
            }
            for (Map<String, Object> fork : part.cells().forks()) {
                if (fork.get("cell") instanceof Number cell && places.containsKey(cell.intValue())) {
                    Map<String, Object> moved = new LinkedHashMap<>(fork);
                    moved.put("cell", places.get(cell.intValue()));
                    moved.put("run", part.name());
                    forks.add(moved);
                }
            }
            part.cells().warnings().stream()
                    .filter(warning -> warning.row().isEmpty()
                            || yardsticks.keeps(part, warning.row().get()))
                    .forEach(warnings::add);
        }
        notices.forEach(notice -> warnings.add(new CellsFile.RowWarning(Optional.empty(), "MERGED", "note", notice)));
        return new CellsFile(run(parts), cells, forks, warnings);
    }

    /** Facts of the first run; those that add up, added up. */
    private static Map<String, Object> run(List<Part> parts) {
        Map<String, Object> run = new LinkedHashMap<>(parts.get(0).cells().run());
        run.remove("shard");
        run.put("merged", parts.stream().map(Part::name).toList());
        parts.stream()
                .flatMap(part -> part.fact("started").stream())
                .map(String::valueOf)
                .min(String::compareTo)
                .ifPresent(started -> run.put("started", started));
        run.put(
                "seconds",
                parts.stream()
                        .flatMap(part -> part.fact("seconds").stream())
                        .filter(Number.class::isInstance)
                        .mapToDouble(seconds -> ((Number) seconds).doubleValue())
                        .max()
                        .orElse(0));
        run.put(
                "interrupted",
                parts.stream()
                        .anyMatch(part -> part.fact("interrupted")
                                .filter(Boolean.TRUE::equals)
                                .isPresent()));
        Map<String, Object> labels = new LinkedHashMap<>();
        Set<Object> complexity = new LinkedHashSet<>();
        for (Part part : parts) {
            if (part.cells().run().get("labels") instanceof Map<?, ?> own) {
                own.forEach((type, said) -> labels.merge(String.valueOf(type), said, MergedCells::both));
            }
            if (part.cells().run().get("complexity") instanceof List<?> own) {
                complexity.addAll(own);
            }
        }
        run.put("labels", labels);
        run.put("complexity", new ArrayList<>(complexity));
        return run;
    }

    private static Object both(Object a, Object b) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (Object each : List.of(a, b)) {
            if (each instanceof Map<?, ?> map) {
                map.forEach((name, label) -> all.put(String.valueOf(name), label));
            }
        }
        return all;
    }
}
