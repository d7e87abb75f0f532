package io.assay.harness.matrix;

import io.assay.harness.result.RowKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The rows of a table, as {@code environment.json} tells of profiles and JDKs. */
final class MatrixRows {
    private MatrixRows() {}

    /** One for each profile and JDK, in the order in which they were asked for. */
    static List<MatrixRow> of(Map<String, Object> environment) {
        Map<String, Map<?, ?>> profiles = new LinkedHashMap<>();
        objects(environment.get("profiles")).forEach(profile -> profiles.put(text(profile, "name"), profile));
        List<Map<?, ?>> launches = objects(environment.get("flags"));
        List<String> jdks =
                launches.stream().map(launch -> text(launch, "jdk")).distinct().toList();
        List<MatrixRow> rows = new ArrayList<>();
        for (Map<?, ?> launch : launches) {
            String name = text(launch, "profile");
            String jdk = text(launch, "jdk");
            Map<?, ?> profile = profiles.getOrDefault(name, Map.of());
            Map<String, String> settings = new LinkedHashMap<>();
            settings.put(MatrixRow.CONTAINERS, text(profile, "containers"));
            settings.put(MatrixRow.COLLECTOR, text(profile, "gc"));
            settings.put(MatrixRow.CHECKS, text(profile, "checks").equals("true") ? "on" : "off");
            settings.put(MatrixRow.JDK, jdk);
            settings.put(MatrixRow.HEAP, text(profile, "heapMebibytes"));
            settings.put(MatrixRow.FLAGS, words(profile.get("jvm")));
            settings.put(MatrixRow.ENVIRONMENT, words(profile.get("environment")));
            rows.add(new MatrixRow(
                    jdks.size() == 1 ? name : name + ", JDK " + jdk, name, jdks.size() == 1 ? "" : jdk, settings));
        }
        return rows;
    }

    /** What is measured: the row without what it runs under. */
    static RowKey workload(RowKey key) {
        return key.without(RowKey.PROFILE).without(RowKey.JDK);
    }

    /** Whether a cell belongs to a row of the table; where there is one row all do. */
    static boolean isOf(RowKey key, MatrixRow row, boolean only) {
        return only || (alike(key, RowKey.PROFILE, row.profile()) && alike(key, RowKey.JDK, row.jdk()));
    }

    /** A run of one profile, or one JDK, does not name it. */
    private static boolean alike(RowKey key, String param, String value) {
        return value.equals(key.params().getOrDefault(param, value));
    }

    private static List<Map<?, ?>> objects(@org.jspecify.annotations.Nullable Object value) {
        List<Map<?, ?>> objects = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (Object entry : list) {
                if (entry instanceof Map<?, ?> map) {
                    objects.add(map);
                }
            }
        }
        return objects;
    }

    private static String text(Map<?, ?> map, String name) {
        return String.valueOf(map.get(name));
    }

    private static String words(@org.jspecify.annotations.Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining(" "));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + entry.getValue())
                    .collect(Collectors.joining(" "));
        }
        return "";
    }
}
