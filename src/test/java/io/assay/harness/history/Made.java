package io.assay.harness.history;

import io.assay.harness.result.RowKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Histories made by hand: run {@code n} is measured at the n-th hour, on one machine if nothing else is said. */
final class Made {
    static final String MACHINE = "{cpu.model=one}";

    private static final Map<String, String> ENVIRONMENT = Map.of("cpu.model", "one");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Made() {}

    static RecordedRun run(int number) {
        return run(number, number, "c" + number);
    }

    static RecordedRun run(long id, int hour, String commit) {
        return new RecordedRun(id, START.plusSeconds(3600L * hour), commit, "main", "run");
    }

    /** A run whose forks have these medians, and means that are double. */
    static Point point(int run, double... forks) {
        return point(run, ENVIRONMENT, forks);
    }

    static Point point(int run, Map<String, String> environment, double... forks) {
        return new Point(run(run), forks(forks), environment);
    }

    static List<ForkSummary> forks(double... medians) {
        return Arrays.stream(medians)
                .mapToObj(median -> new ForkSummary(2 * median, median, median / 2, 5))
                .toList();
    }

    static Series times(List<Point> points) {
        return series(Series.SCORE, "ns/op", points);
    }

    static Series series(String metric, String unit, List<Point> points) {
        return new Series(new RowKey("made.MadeBenchmark.row", "avgt", Map.of()), metric, unit, points);
    }

    /** One fork a run, whose medians are these, from run 0 on. */
    static Series of(String metric, String unit, double... values) {
        return series(metric, unit, points(values));
    }

    static List<Point> points(double... values) {
        return IntStream.range(0, values.length)
                .mapToObj(run -> point(run, values[run]))
                .toList();
    }

    /** Levels one after the other, each of so many runs that are a tenth of a percent above and below it by turns. */
    static double[] levels(int runs, double... levels) {
        return IntStream.range(0, runs * levels.length)
                .mapToDouble(t -> levels[t / runs] * Math.exp(t % 2 == 0 ? 0.001 : -0.001))
                .toArray();
    }
}
