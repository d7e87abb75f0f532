package io.assay.harness.history;

import io.assay.harness.stats.LevelChanges;
import io.assay.harness.stats.LevelStep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

    /** As many as the simulation of docs/history.md has; each costs as much time as the row that is asked for. */
    public static final int MOST_ROWS = 20;

    /** No drift is known. */
    public static final Drift NONE = new Drift(Map.of(), 0, false, 0, List.of());

    private static final double SMALLEST = 0.01;

    /** Levels and drift settle against each other in a few rounds. */
    private static final int ROUNDS = 3;

    /** A round that moves no run by more has nothing to tell the next one. */
    private static final double SETTLED = 0.0005;

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
    public record At(long run, String machine) {}

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

    /**
     * A row of one environment.
     *
     * @param points in order
     * @param costs of the points
     * @param at index of the run of each point
     */
    @SuppressWarnings("ArrayRecordComponent") // a passive carrier
    private record Witness(List<Point> points, Costs costs, int[] at) {
        /** The distances of its points from its median. */
        double[] fromMedian() {
            double[] values = costs.values().clone();
            double centre = Median.withDefaults().withCopy(true).evaluate(values);
            Arrays.setAll(values, t -> values[t] - centre);
            return values;
        }

        /** The distances of its points from its levels, which show once what is known of the drift is taken out. */
        double[] fromLevels(double[] known) {
            double[] values = costs.values();
            double[] still = values.clone();
            Arrays.setAll(still, t -> values[t] - known[at[t]]);
            LevelChanges levels = LevelChanges.of(still, costs.known(), SMALLEST);
            Arrays.setAll(still, t -> values[t] - levels.levels()[levels.levelOf(t)]);
            return still;
        }
    }

    /** Drift of the runs that enough of the series were measured in. */
    public static Drift of(List<Series> reference, boolean controls) {
        if (reference.size() < LEAST_ROWS) {
            return NONE;
        }
        Map<At, Integer> places = new LinkedHashMap<>();
        List<Witness> witnesses = witnesses(reference, places);
        List<At> runs = List.copyOf(places.keySet());
        // First against the median of each row; then against the levels that show once that is taken out.
        Medians medians = new Medians(runs, reference.size());
        for (Witness witness : witnesses) {
            medians.add(witness.at(), witness.fromMedian());
        }
        for (int round = 0; round < ROUNDS; round++) {
            double[] known = medians.medians();
            medians = new Medians(runs, reference.size());
            for (Witness witness : witnesses) {
                medians.add(witness.at(), witness.fromLevels(known));
            }
            if (settled(known, medians.medians())) {
                break;
            }
        }
        double share = medians.share();
        return new Drift(medians.shrunken(share), reference.size(), controls, share, steps(medians, witnesses));
    }

    private static List<Witness> witnesses(List<Series> reference, Map<At, Integer> places) {
        MachineNames names = new MachineNames();
        List<Witness> witnesses = new ArrayList<>();
        for (Series series : reference) {
            Environments environments = new Environments();
            Map<Integer, List<Point>> split = new TreeMap<>();
            for (Point point : series.points()) {
                split.computeIfAbsent(environments.of(point), e -> new ArrayList<>())
                        .add(point);
            }
            for (List<Point> line : split.values()) {
                int[] at = line.stream()
                        .mapToInt(point -> places.computeIfAbsent(names.at(point), p -> places.size()))
                        .toArray();
                witnesses.add(new Witness(line, Costs.of(series, line), at));
            }
        }
        return witnesses;
    }

    private static boolean settled(double[] before, double[] after) {
        for (int place = 0; place < before.length; place++) {
            if (Math.abs(after[place] - before[place]) > SETTLED) {
                return false;
            }
        }
        return true;
    }

    private static List<Step> steps(Medians medians, List<Witness> witnesses) {
        Map<Long, RecordedRun> runs = new HashMap<>();
        witnesses.forEach(witness ->
                witness.points().forEach(point -> runs.put(point.run().id(), point.run())));
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

    /** The drift of each point. */
    double[] of(List<Point> points) {
        MachineNames names = new MachineNames();
        return logs.isEmpty()
                ? new double[points.size()]
                : points.stream()
                        .mapToDouble(point -> logs.getOrDefault(names.at(point), 0.0))
                        .toArray();
    }
}
