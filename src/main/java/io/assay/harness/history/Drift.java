package io.assay.harness.history;

import io.assay.harness.stats.LevelChanges;
import io.assay.harness.stats.LevelStep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.statistics.descriptive.Median;

/**
 * By how much the machine itself was slower or faster at each run: the median, over rows, of their distance from their
 * own level. Rows whose code does not change are the better witnesses; where there are none all rows are asked, and
 * what moves them all may be the code. Immutable.
 *
 * @param logs the drift of each run on each machine, as a difference of logarithms; what is absent is none
 * @param rows how many rows it rests on
 * @param controls whether those are rows whose code did not change
 * @param share how much of the seen drift is taken for real: the rest is the noise of its own estimate
 * @param steps where the whole suite moved to another level
 */
public record Drift(Map<At, Double> logs, int rows, boolean controls, double share, List<Step> steps) {
    /** Fewer rows could move together by their own chance. */
    public static final int LEAST_ROWS = 6;

    /** More rows would know it no better, and reading them takes time. */
    public static final int MOST_ROWS = 40;

    /** No drift is known. */
    public static final Drift NONE = new Drift(Map.of(), 0, false, 0, List.of());

    private static final double SMALLEST = 0.01;

    /** Levels and drift settle against each other in a few rounds. */
    private static final int ROUNDS = 3;

    /** Copies what can change. */
    public Drift {
        logs = Map.copyOf(logs);
        steps = List.copyOf(steps);
    }

    /**
     * A run on a machine.
     *
     * @param run its number
     * @param machine what is known of the machine
     */
    public record At(long run, String machine) {
        static At of(Point point) {
            Map<String, String> machine = new TreeMap<>(point.environment());
            machine.keySet().removeIf(name -> !name.matches("(cpu|memory|os|cgroup)\\..*"));
            return new At(point.run().id(), machine.toString());
        }
    }

    /**
     * The whole suite moved.
     *
     * @param before the last run before
     * @param after the first run behind
     * @param ratio cost behind over cost before
     * @param low lower end of its 95% interval
     * @param high upper end
     */
    public record Step(RecordedRun before, RecordedRun after, double ratio, double low, double high) {}

    /** Drift of the runs that enough of the series were measured in. */
    public static Drift of(List<Series> reference, boolean controls) {
        if (reference.size() < LEAST_ROWS) {
            return NONE;
        }
        List<List<Point>> lines = new ArrayList<>();
        List<Costs> costs = new ArrayList<>();
        for (Series series : reference) {
            Environments environments = new Environments();
            Map<Integer, List<Point>> split = new TreeMap<>();
            for (Point point : series.points()) {
                split.computeIfAbsent(environments.of(point), e -> new ArrayList<>())
                        .add(point);
            }
            for (List<Point> line : split.values()) {
                lines.add(line);
                costs.add(Costs.of(series, line));
            }
        }
        Map<Map<String, String>, String> machines = new HashMap<>();
        List<List<At>> at = lines.stream()
                .map(line -> line.stream()
                        .map(point -> new At(
                                point.run().id(),
                                machines.computeIfAbsent(
                                        point.environment(), e -> At.of(point).machine())))
                        .toList())
                .toList();
        // First against the median of each row; then against the levels that show once that is taken out.
        Medians rough = new Medians();
        for (int i = 0; i < lines.size(); i++) {
            double[] values = costs.get(i).values();
            double centre = Median.withDefaults().withCopy(true).evaluate(values);
            rough.add(at.get(i), Arrays.stream(values).map(v -> v - centre).toArray());
        }
        Map<At, Double> first = rough.medians();
        Medians fine = new Medians();
        for (int round = 0; round < ROUNDS; round++) {
            Map<At, Double> known = first;
            fine = new Medians();
            for (int i = 0; i < lines.size(); i++) {
                fine.add(at.get(i), rest(costs.get(i), at.get(i), known));
            }
            first = fine.medians();
        }
        return new Drift(fine.shrunken(), reference.size(), controls, fine.share(), steps(fine, lines));
    }

    /** The distances of a line's points from its levels, which show once what is known of the drift is taken out. */
    private static double[] rest(Costs costs, List<At> at, Map<At, Double> known) {
        double[] values = costs.values();
        double[] still = values.clone();
        Arrays.setAll(still, t -> values[t] - known.getOrDefault(at.get(t), 0.0));
        LevelChanges levels = LevelChanges.of(still, costs.known(), SMALLEST);
        double[] rest = values.clone();
        Arrays.setAll(rest, t -> values[t] - levels.levels()[levels.levelOf(t)]);
        return rest;
    }

    private static List<Step> steps(Medians medians, List<List<Point>> lines) {
        Map<Long, RecordedRun> runs = new HashMap<>();
        lines.forEach(line -> line.forEach(point -> runs.put(point.run().id(), point.run())));
        List<Step> steps = new ArrayList<>();
        medians.byMachine().forEach((machine, drift) -> {
            List<RecordedRun> order = drift.keySet().stream()
                    .map(runs::get)
                    .filter(java.util.Objects::nonNull)
                    .sorted(RecordedRun.ORDER)
                    .toList();
            double[] values = order.stream()
                    .mapToDouble(run -> drift.getOrDefault(run.id(), 0.0))
                    .toArray();
            if (values.length < 2 * LevelChanges.SHORTEST) {
                return;
            }
            for (LevelStep step :
                    LevelChanges.of(values, new double[values.length], SMALLEST).steps()) {
                steps.add(new Step(
                        order.get(step.earliest() - 1),
                        order.get(step.latest()),
                        Math.exp(step.change()),
                        Math.exp(step.change() - step.reach()),
                        Math.exp(step.change() + step.reach())));
            }
        });
        return steps;
    }

    /** The drift of a point. */
    double of(Point point) {
        return logs.isEmpty() ? 0 : logs.getOrDefault(At.of(point), 0.0);
    }
}
