package io.assay.harness.result.merge;

import io.assay.harness.result.Machines;
import io.assay.harness.result.Row;
import io.assay.harness.result.RowKey;
import io.assay.harness.result.RunFolder;
import io.assay.harness.result.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.jr.ob.JSON;

/**
 * Run folders of several machines as one. What cannot be one run is refused: rows that two of them measured, other
 * commits. What may be is told: other machines, other seeds, shards that are missing. Immutable.
 */
public final class MergedRun {
    private final List<Part> parts;
    private final List<String> notices;
    private final List<Object> entries;

    private MergedRun(List<Part> parts, List<String> notices, List<Object> entries) {
        this.parts = parts;
        this.notices = notices;
        this.entries = entries;
    }

    /**
     * Reads and checks the runs.
     *
     * @throws UserError if they are not parts of one run
     */
    public static MergedRun of(List<RunFolder> folders) {
        List<Part> parts = folders.stream().map(Part::read).toList();
        refuseOtherCommits(parts);
        refuseDuplicates(parts);
        List<Object> entries = new ArrayList<>();
        Yardsticks yardsticks = Yardsticks.of(parts);
        for (Part part : parts) {
            for (int i = 0; i < part.rows().size(); i++) {
                if (yardsticks.keeps(part, part.rows().get(i))) {
                    entries.add(part.entries().get(i));
                }
            }
        }
        return new MergedRun(parts, Notices.of(parts), entries);
    }

    private static void refuseOtherCommits(List<Part> parts) {
        Map<String, Part> commits = new LinkedHashMap<>();
        parts.forEach(part -> part.commit().ifPresent(commit -> commits.putIfAbsent(commit, part)));
        if (commits.size() > 1) {
            var two = commits.entrySet().iterator();
            var first = two.next();
            var second = two.next();
            throw new UserError(first.getValue().name() + " measured commit " + first.getKey() + ", "
                    + second.getValue().name() + " " + second.getKey()
                    + ": they are not one run; merge runs of one commit, or use 'assay compare'");
        }
    }

    private static void refuseDuplicates(List<Part> parts) {
        Map<String, Part> seen = new HashMap<>();
        for (Part part : parts) {
            for (Row row : part.rows()) {
                Part other = Yardsticks.isOne(row.key()) ? null : seen.put(identity(row.key()), part);
                if (other != null) {
                    throw new UserError(other.name() + " and " + part.name() + " both measured " + row.key()
                            + "; leave one of them out, or run the shards with one --seed and different --shard");
                }
            }
        }
    }

    private static String identity(RowKey key) {
        return key.benchmark() + " " + key.mode() + " " + new TreeMap<>(key.params());
    }

    /** What a reader should know, one sentence each. */
    public List<String> notices() {
        return List.copyOf(notices);
    }

    /** How many rows it holds. */
    public int rows() {
        return entries.size();
    }

    /**
     * Writes it as a run folder.
     *
     * @throws UserError if the folder holds a run already, or cannot be written
     */
    public RunFolder write(Path path) {
        RunFolder folder = RunFolder.create(path);
        folder.writeEnvironment(environment());
        folder.writeCells(MergedCells.of(parts, notices));
        folder.write(
                RunFolder.RESULT,
                JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(entries) + "\n");
        return folder;
    }

    /** What the machines have in common, the values of each where they differ, and each by itself. */
    private Map<String, Object> environment() {
        Map<String, Object> environment =
                common(parts.stream().map(Part::environment).toList());
        List<Object> machines = new ArrayList<>();
        for (Part part : parts) {
            Object own = part.environment().get(Machines.KEY);
            // What was put together before is taken apart again.
            if (own instanceof List<?> list) {
                machines.addAll(list);
            } else {
                machines.add(Machines.entry(part.environment(), part.rows()));
            }
        }
        environment.put(Machines.KEY, machines);
        return environment;
    }

    private static Map<String, Object> common(List<Map<String, Object>> all) {
        Map<String, Object> common = new LinkedHashMap<>();
        for (String key : all.get(0).keySet()) {
            if (!key.equals(Machines.KEY)) {
                common.put(key, value(all.stream().map(map -> map.get(key)).toList()));
            }
        }
        return common;
    }

    private static Object value(List<?> values) {
        if (values.stream().distinct().count() == 1) {
            return String.valueOf(values.get(0)).equals("null") ? "unknown" : values.get(0);
        }
        if (values.stream().allMatch(Map.class::isInstance)) {
            List<Map<String, Object>> maps = new ArrayList<>();
            for (Object value : values) {
                Map<String, Object> copy = new LinkedHashMap<>();
                ((Map<?, ?>) value).forEach((k, v) -> copy.put(String.valueOf(k), v));
                maps.add(copy);
            }
            return common(maps);
        }
        return String.join(
                " | ", new TreeSet<>(values.stream().map(String::valueOf).toList()));
    }
}
