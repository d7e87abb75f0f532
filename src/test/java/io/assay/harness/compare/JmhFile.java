package io.assay.harness.compare;

import io.assay.harness.result.JmhJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import tools.jackson.jr.ob.JSON;

/** A JMH result that never was, written as JMH writes it. Forks and iterations scatter by half a percent unless said otherwise. */
public final class JmhFile {
    private static final int ITERATIONS = 5;

    private final List<Map<String, Object>> rows = new ArrayList<>();
    private final Random random;
    private int forks = 5;
    private double scatter = 0.005;

    /** The seed decides on the noise alone. */
    public JmhFile(long seed) {
        random = new Random(seed);
    }

    /** How many forks the rows to come have. */
    public JmhFile forks(int count) {
        forks = count;
        return this;
    }

    /** By which share of the score the forks of the rows to come, and the iterations in each, vary. */
    public JmhFile scatter(double share) {
        scatter = share;
        return this;
    }

    /** A row; {@code params} is a name and a value in turns. */
    public JmhFile row(String benchmark, String mode, String unit, double score, String... params) {
        double[][] raw = new double[forks][ITERATIONS];
        for (double[] fork : raw) {
            double centre = score * (1 + scatter * random.nextGaussian());
            for (int i = 0; i < ITERATIONS; i++) {
                fork[i] = centre * (1 + scatter * random.nextGaussian());
            }
        }
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("jmhVersion", "1.37");
        row.put("benchmark", benchmark);
        row.put("mode", mode);
        row.put("threads", 1);
        row.put("forks", forks);
        row.put("jdkVersion", "17.0.1");
        row.put("vmName", "OpenJDK 64-Bit Server VM");
        row.put("jvmArgs", List.of("-Xmx1g"));
        row.put("warmupIterations", 5);
        row.put("measurementTime", "10 s");
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < params.length; i += 2) {
            named.put(params[i], params[i + 1]);
        }
        if (!named.isEmpty()) {
            row.put("params", named);
        }
        row.put("primaryMetric", metric(score, unit, raw));
        row.put("secondaryMetrics", new LinkedHashMap<String, Object>());
        rows.add(row);
        return this;
    }

    /** A row of ns/op. */
    public JmhFile time(String benchmark, double score, String... params) {
        return row(benchmark, "avgt", "ns/op", score, params);
    }

    /** Replaces a field of the last row. */
    public JmhFile with(String field, Object value) {
        rows.get(rows.size() - 1).put(field, value);
        return this;
    }

    /** Replaces what the last row measured. */
    public JmhFile raw(Object score, Object raw) {
        Map<String, Object> metric = primary();
        metric.put("score", score);
        metric.put("rawData", raw);
        return this;
    }

    @SuppressWarnings("unchecked") // as made above
    private Map<String, Object> primary() {
        return (Map<String, Object>) rows.get(rows.size() - 1).get("primaryMetric");
    }

    /** A secondary metric of the last row: one value a fork, the same in each iteration. */
    @SuppressWarnings("unchecked") // as made above
    public JmhFile metric(String name, String unit, double... byFork) {
        double[][] raw = new double[byFork.length][ITERATIONS];
        for (int i = 0; i < byFork.length; i++) {
            java.util.Arrays.fill(raw[i], byFork[i]);
        }
        ((Map<String, Object>) rows.get(rows.size() - 1).get("secondaryMetrics"))
                .put(name, metric(byFork[0], unit, raw));
        return this;
    }

    private static Map<String, Object> metric(double score, String unit, double[][] raw) {
        Map<String, Object> metric = new LinkedHashMap<>();
        metric.put("score", score);
        metric.put("scoreError", "NaN");
        metric.put("scoreUnit", unit);
        metric.put("rawData", raw);
        return metric;
    }

    /** The file's text. */
    public String json() throws IOException {
        return JSON.std.asString(rows);
    }

    /** The file, written. */
    public Path write(Path file) throws IOException {
        return Files.writeString(file, json());
    }

    /** The result as one side of a comparison. */
    Side side(String name) {
        try {
            return new Side(name, JmhJson.parse(name, json()), Map.of(), Optional.empty());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
