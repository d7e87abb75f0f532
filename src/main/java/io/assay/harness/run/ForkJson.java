package io.assay.harness.run;

import io.assay.harness.api.Figure;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.BenchmarkResultMetaData;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.IterationResultMetaData;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.SampleTimeResult;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.SampleBuffer;
import tools.jackson.jr.ob.JSON;

/** What another version of JMH wrote of one fork, as objects of this one: theirs cannot be read, their JSON can. */
final class ForkJson {
    private static final Set<String> SUMMED = Set.of("counts", "ms");

    /** JMH derives them from the samples, anew in each version. */
    private static final Pattern DERIVED = Pattern.compile(".*[:\u00b7]p[01]\\.\\d+");

    private final Map<String, Object> entry;
    private final BenchmarkParams params;
    private final TimeUnit unit;

    private ForkJson(Map<String, Object> entry) {
        this.entry = entry;
        this.unit = timeUnit(text(map("primaryMetric"), "scoreUnit"));
        this.params = params();
    }

    /**
     * Reads a result of one benchmark and one fork.
     *
     * @param measured what warm-up and measured iterations were given, which the JSON does not tell
     */
    static BenchmarkResult parse(String json, Duration measured) throws IOException {
        return new ForkJson(cast(JSON.std.listFrom(json).get(0))).result(measured);
    }

    private BenchmarkResult result(Duration measured) {
        List<IterationResult> iterations = iterations(map("primaryMetric"));
        BenchmarkResult result =
                new BenchmarkResult(params, iterations, new BenchmarkResultMetaData(0, 0, measured.toMillis(), 0, 0));
        map("secondaryMetrics").forEach((name, metric) -> {
            if (!DERIVED.matcher(name).matches()) {
                secondary(name, cast(metric), iterations, result);
            }
        });
        return result;
    }

    private List<IterationResult> iterations(Map<String, Object> metric) {
        List<IterationResult> iterations = new ArrayList<>();
        boolean histogram = metric.containsKey("rawDataHistogram");
        for (Object iteration : fork(metric, histogram ? "rawDataHistogram" : "rawData")) {
            IterationResult result =
                    new IterationResult(params, params.getMeasurement(), new IterationResultMetaData(0, 0));
            result.addResult(
                    histogram ? samples((List<?>) iteration) : new Score(number(iteration), scoreUnit(metric)));
            iterations.add(result);
        }
        return iterations;
    }

    private SampleTimeResult samples(List<?> buckets) {
        SampleBuffer buffer = new SampleBuffer();
        for (Object bucket : buckets) {
            List<?> pair = (List<?>) bucket;
            long nanos = Math.round(number(pair.get(0)) * unit.toNanos(1));
            for (long n = (long) number(pair.get(1)); n > 0; n--) {
                buffer.add(nanos);
            }
        }
        return new SampleTimeResult(ResultRole.PRIMARY, params.getBenchmark(), buffer, unit);
    }

    /** Of each iteration where JMH has it so, else of the fork. */
    private static void secondary(
            String name, Map<String, Object> metric, List<IterationResult> iterations, BenchmarkResult fork) {
        List<?> raw = fork(metric, "rawData");
        if (raw.size() != iterations.size()) {
            if (Double.isFinite(number(metric.get("score")))) {
                fork.addBenchmarkResult(scalar(name, number(metric.get("score")), scoreUnit(metric)));
            }
            return;
        }
        for (int i = 0; i < raw.size(); i++) {
            double value = number(raw.get(i));
            if (Double.isFinite(value)) {
                iterations.get(i).addResult(scalar(name, value, scoreUnit(metric)));
            }
        }
    }

    private static ScalarResult scalar(String name, double value, String unit) {
        boolean highest = Figure.of(name).map(Figure::highest).orElse(unit.equals("bytes"));
        AggregationPolicy policy =
                highest ? AggregationPolicy.MAX : SUMMED.contains(unit) ? AggregationPolicy.SUM : AggregationPolicy.AVG;
        return new ScalarResult(name, value, unit, policy);
    }

    private BenchmarkParams params() {
        WorkloadParams workload = new WorkloadParams();
        int order = 0;
        for (Map.Entry<String, Object> param : map("params").entrySet()) {
            workload.put(param.getKey(), String.valueOf(param.getValue()), order++);
        }
        int threads = count("threads");
        List<String> flags = new ArrayList<>();
        if (entry.get("jvmArgs") instanceof List<?> args) {
            args.forEach(flag -> flags.add(String.valueOf(flag)));
        }
        return new BenchmarkParams(
                text(entry, "benchmark"),
                "",
                true,
                threads,
                new int[] {threads},
                List.of(),
                1,
                0,
                phase(IterationType.WARMUP, "warmup"),
                phase(IterationType.MEASUREMENT, "measurement"),
                Mode.deepValueOf(text(entry, "mode")),
                workload,
                unit,
                1,
                text(entry, "jvm"),
                flags,
                text(entry, "jdkVersion"),
                text(entry, "vmName"),
                text(entry, "vmVersion"),
                text(entry, "jmhVersion"),
                TimeValue.NONE);
    }

    private IterationParams phase(IterationType type, String name) {
        String time = text(entry, name + "Time");
        return new IterationParams(
                type,
                count(name + "Iterations"),
                time.matches("\\d+ \\S+") ? TimeValue.fromString(time) : TimeValue.NONE,
                count(name + "BatchSize"));
    }

    /** Of {@code ns/op} or {@code ops/ns}. */
    private static TimeUnit timeUnit(String scoreUnit) {
        for (TimeUnit each : TimeUnit.values()) {
            if (List.of(scoreUnit.split("/")).contains(TimeValue.tuToString(each))) {
                return each;
            }
        }
        throw new IllegalArgumentException("a score's unit without a time: " + scoreUnit);
    }

    private static String scoreUnit(Map<String, Object> metric) {
        return text(metric, "scoreUnit");
    }

    /** The first and only fork's. */
    private static List<?> fork(Map<String, Object> metric, String name) {
        return metric.get(name) instanceof List<?> forks
                        && !forks.isEmpty()
                        && forks.get(0) instanceof List<?> iterations
                ? iterations
                : List.of();
    }

    private int count(String name) {
        return entry.get(name) instanceof Number number ? number.intValue() : 1;
    }

    private static double number(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private static String text(Map<String, Object> map, String name) {
        return String.valueOf(map.getOrDefault(name, "unknown"));
    }

    private Map<String, Object> map(String name) {
        return entry.get(name) instanceof Map<?, ?> map ? cast(map) : Map.of();
    }

    @SuppressWarnings("unchecked") // JSON objects have text for names
    private static Map<String, Object> cast(Object value) {
        return (Map<String, Object>) value;
    }

    /** A primary figure in the unit in which it was told: JMH's own classes want operations and times, and would round. */
    private static final class Score extends ScalarResult {
        private static final long serialVersionUID = 1;

        Score(double value, String unit) {
            super("score", value, unit, AggregationPolicy.AVG);
        }

        @Override
        public ResultRole getRole() {
            return ResultRole.PRIMARY;
        }
    }
}
