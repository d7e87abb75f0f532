package io.assay.harness.compare.ab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.util.ListStatistics;
import org.openjdk.jmh.util.MultisetStatistics;
import org.openjdk.jmh.util.Statistics;
import tools.jackson.jr.ob.JSON;

/**
 * Gathers the JSON that a version's JMH wrote for each fork into one JMH result. Done on the JSON, because the version
 * may have another JMH, whose objects this one's cannot read.
 */
final class SideBook {
    private static final double CONFIDENCE = 0.999;

    /** Units of what JMH adds up over a run; the rest it averages. */
    private static final List<String> SUMMED = List.of("counts", "ms");

    private final Map<Object, Map<String, Object>> rows = new LinkedHashMap<>();

    /** Adds a fork's result. */
    void add(Object row, Map<String, Object> fork) {
        Map<String, Object> all = rows.get(row);
        if (all == null) {
            rows.put(row, fork);
            return;
        }
        all.put("forks", ((Number) all.getOrDefault("forks", 1)).intValue() + 1);
        merge(object(all, "primaryMetric"), object(fork, "primaryMetric"), true);
        Map<String, Object> secondary = object(all, "secondaryMetrics");
        object(fork, "secondaryMetrics").forEach((name, metric) -> {
            if (secondary.containsKey(name)) {
                merge(object(secondary, name), cast(metric), false);
            } else {
                secondary.put(name, metric);
            }
        });
    }

    /** A JMH result; an empty array before the first fork. */
    String json() {
        return JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(new ArrayList<>(rows.values())) + "\n";
    }

    private static void merge(Map<String, Object> all, Map<String, Object> fork, boolean primary) {
        int before = list(all, "rawData").size() + list(all, "rawDataHistogram").size();
        for (String raw : List.of("rawData", "rawDataHistogram")) {
            if (fork.containsKey(raw)) {
                List<Object> both = new ArrayList<>(list(all, raw));
                both.addAll(list(fork, raw));
                all.put(raw, both);
            }
        }
        if (primary) {
            describe(all, statistics(all));
        } else if (all.get("score") instanceof Number mine && fork.get("score") instanceof Number other) {
            boolean summed = SUMMED.contains(String.valueOf(all.get("scoreUnit")));
            double sum = mine.doubleValue() * (summed ? 1 : before) + other.doubleValue();
            all.put("score", summed ? sum : sum / (before + 1));
            // JMH's interval over iterations of several forks says nothing that its raw data does not.
            all.put("scoreError", "NaN");
            all.remove("scoreConfidence");
            all.remove("scorePercentiles");
        }
    }

    private static Statistics statistics(Map<String, Object> metric) {
        if (metric.containsKey("rawDataHistogram")) {
            MultisetStatistics statistics = new MultisetStatistics();
            for (Object fork : list(metric, "rawDataHistogram")) {
                for (Object iteration : (List<?>) fork) {
                    for (Object bucket : (List<?>) iteration) {
                        List<?> pair = (List<?>) bucket;
                        statistics.addValue(((Number) pair.get(0)).doubleValue(), ((Number) pair.get(1)).longValue());
                    }
                }
            }
            return statistics;
        }
        ListStatistics statistics = new ListStatistics();
        for (Object fork : list(metric, "rawData")) {
            for (Object score : (List<?>) fork) {
                statistics.addValue(score instanceof Number number ? number.doubleValue() : Double.NaN);
            }
        }
        return statistics;
    }

    private static void describe(Map<String, Object> metric, Statistics statistics) {
        double[] interval = statistics.getConfidenceIntervalAt(CONFIDENCE);
        metric.put("score", number(statistics.getMean()));
        metric.put("scoreError", number(statistics.getMeanErrorAt(CONFIDENCE)));
        metric.put("scoreConfidence", List.of(number(interval[0]), number(interval[1])));
        Map<String, Object> percentiles = new LinkedHashMap<>();
        object(metric, "scorePercentiles")
                .keySet()
                .forEach(p -> percentiles.put(p, number(statistics.getPercentile(Double.parseDouble(p)))));
        metric.put("scorePercentiles", percentiles);
    }

    /** JMH writes what is no number as text. */
    private static Object number(double value) {
        return Double.isFinite(value) ? value : "NaN";
    }

    private static List<?> list(Map<String, Object> map, String name) {
        return map.get(name) instanceof List<?> list ? list : List.of();
    }

    private static Map<String, Object> object(Map<String, Object> map, String name) {
        return cast(map.computeIfAbsent(name, absent -> new LinkedHashMap<String, Object>()));
    }

    @SuppressWarnings("unchecked") // JSON objects have text for names
    private static Map<String, Object> cast(Object value) {
        return (Map<String, Object>) value;
    }
}
