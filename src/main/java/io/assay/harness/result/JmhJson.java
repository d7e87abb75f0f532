package io.assay.harness.result;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.jr.ob.JSON;

/**
 * Reads what JMH writes with {@code -rf json}, from any version that has {@code primaryMetric} (1.0 and later). JMH
 * writes numbers that are none as strings ({@code "NaN"}), and names of profiler metrics before 1.36 with a leading
 * middle dot, which is dropped here.
 */
public final class JmhJson {
    private static final Map<String, Double> SPECIAL = Map.of(
            "NaN", Double.NaN,
            "+INF", Double.POSITIVE_INFINITY,
            "-INF", Double.NEGATIVE_INFINITY,
            "Infinity", Double.POSITIVE_INFINITY,
            "-Infinity", Double.NEGATIVE_INFINITY,
            "\u221e", Double.POSITIVE_INFINITY,
            "-\u221e", Double.NEGATIVE_INFINITY);

    private static final String MIDDLE_DOT = "\u00b7";

    private static final List<String> CONDITIONS = List.of(
            "jmhVersion",
            "vmName",
            "vmVersion",
            "warmupIterations",
            "warmupTime",
            "warmupBatchSize",
            "measurementTime",
            "measurementBatchSize");

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");
    private static final int LONGEST = 300;

    private final String file;

    private JmhJson(String file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @throws UserError with file and position if it is not a whole JMH result
     */
    public static List<Row> read(Path path) {
        String text;
        try {
            text = Files.readString(path);
        } catch (CharacterCodingException e) {
            throw new UserError(path + ": truncated or not UTF-8; expected a whole JMH result (-rf json)", e);
        } catch (IOException e) {
            throw new UserError(path + ": cannot be read (" + e.getClass().getSimpleName() + "); check the path", e);
        }
        return parse(path.toString(), text);
    }

    /**
     * Reads text.
     *
     * @param file how the source is named in errors
     * @param text the JSON
     */
    public static List<Row> parse(String file, String text) {
        return new JmhJson(file).rows(text);
    }

    private List<Row> rows(String text) {
        if (text.isBlank()) {
            throw bad("is empty; expected the array that JMH writes with -rf json");
        }
        Object root;
        try (JsonParser parser = JSON.std.createParser(text)) {
            root = JSON.std.anyFrom(parser);
            if (parser.nextToken() != null) {
                throw bad(
                        "goes on behind its end; expected one JMH result (-rf json): several can be given one by one");
            }
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            String place = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw new UserError(
                    file + place + ": truncated or not JSON (" + e.getOriginalMessage()
                            + "); expected a whole JMH result (-rf json)",
                    e);
        }
        if (!(root instanceof List<?> entries)) {
            throw bad("is JSON but not JMH's: expected an array of results at the top");
        }
        if (entries.isEmpty()) {
            throw bad("holds no result: the run measured nothing");
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            rows.add(row(map(entries.get(i), "[" + i + "]"), "[" + i + "]"));
        }
        return rows;
    }

    private Row row(Map<?, ?> entry, String at) {
        Map<String, String> params = new LinkedHashMap<>();
        if (entry.get("params") != null) {
            map(entry.get("params"), at + ".params")
                    .forEach((k, v) -> params.put(String.valueOf(k), String.valueOf(v)));
        }
        Map<String, Metric> secondary = new LinkedHashMap<>();
        Object others = entry.get("secondaryMetrics");
        if (others != null) {
            map(others, at + ".secondaryMetrics").forEach((k, v) -> {
                String name = String.valueOf(k);
                String place = at + ".secondaryMetrics." + name;
                secondary.put(name.startsWith(MIDDLE_DOT) ? name.substring(1) : name, metric(map(v, place), place));
            });
        }
        List<String> jvmArgs = new ArrayList<>();
        if (entry.get("jvmArgs") instanceof List<?> args) {
            args.forEach(a -> jvmArgs.add(String.valueOf(a)));
        }
        Map<String, String> conditions = new LinkedHashMap<>();
        for (String name : CONDITIONS) {
            if (entry.get(name) != null) {
                conditions.put(name, String.valueOf(entry.get(name)));
            }
        }
        return new Row(
                new RowKey(text(entry, "benchmark", at), text(entry, "mode", at), params),
                entry.get("threads") instanceof Number threads ? threads.intValue() : 1,
                metric(map(entry.get("primaryMetric"), at + ".primaryMetric"), at + ".primaryMetric"),
                secondary,
                entry.get("jdkVersion") == null ? "unknown" : String.valueOf(entry.get("jdkVersion")),
                jvmArgs,
                conditions);
    }

    private Metric metric(Map<?, ?> metric, String at) {
        return new Metric(
                number(metric.get("score"), at + ".score"),
                number(metric.get("scoreError"), at + ".scoreError"),
                text(metric, "scoreUnit", at),
                raw(metric, at));
    }

    private double[][] raw(Map<?, ?> metric, String at) {
        boolean histogram = metric.get("rawDataHistogram") != null;
        Object forks = histogram ? metric.get("rawDataHistogram") : metric.get("rawData");
        if (forks == null) {
            return new double[0][];
        }
        String place = at + (histogram ? ".rawDataHistogram" : ".rawData");
        List<?> list = list(forks, place);
        double[][] raw = new double[list.size()][];
        for (int f = 0; f < raw.length; f++) {
            List<?> iterations = list(list.get(f), place + "[" + f + "]");
            raw[f] = new double[iterations.size()];
            for (int i = 0; i < raw[f].length; i++) {
                String here = place + "[" + f + "][" + i + "]";
                raw[f][i] = histogram ? mean(list(iterations.get(i), here), here) : number(iterations.get(i), here);
            }
        }
        return raw;
    }

    private double mean(List<?> buckets, String at) {
        double sum = 0;
        double count = 0;
        for (Object bucket : buckets) {
            List<?> pair = list(bucket, at);
            if (pair.size() != 2) {
                throw bad("at " + at + ": expected [value, count] pairs");
            }
            double times = number(pair.get(1), at);
            sum += number(pair.get(0), at) * times;
            count += times;
        }
        return sum / count;
    }

    private String text(Map<?, ?> map, String name, String at) {
        if (map.get(name) instanceof String text) {
            return text;
        }
        throw bad("is JSON but not JMH's: expected text at " + at + "." + name);
    }

    private double number(@Nullable Object value, String at) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value instanceof String text) {
            Double special = SPECIAL.get(text);
            if (special != null) {
                return special;
            }
        }
        throw bad("is JSON but not JMH's: expected a number at " + at + ", found " + value);
    }

    private Map<?, ?> map(@Nullable Object value, String at) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw bad("is JSON but not JMH's: expected an object at " + at);
    }

    private List<?> list(@Nullable Object value, String at) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw bad("is JSON but not JMH's: expected an array at " + at);
    }

    /** What the file says may be quoted in it: it is kept to one line, and a short one. */
    private UserError bad(String what) {
        String line = LINE_BREAK.matcher(what).replaceAll(" ");
        return new UserError(file + ": " + (line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "..."));
    }
}
