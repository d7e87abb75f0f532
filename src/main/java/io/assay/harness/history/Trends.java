package io.assay.harness.history;

import io.assay.harness.stats.LevelChanges;
import io.assay.harness.stats.LevelStep;
import io.assay.harness.stats.NewestRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the changes of a series; {@code docs/history.md} has the method and what it promises. */
public final class Trends {
    /** Changes below this are not told. */
    public static final double SMALLEST = 0.01;

    private Trends() {}

    /**
     * The trend of a series.
     *
     * @param drift what is taken out of times and rates; bytes do not drift
     * @param threshold the relative change that counts for the newest run, 0.03 for 3%
     */
    public static Trend of(Series series, Drift drift, double threshold) {
        Drift applied = series.metric().startsWith("mem.") || series.metric().startsWith("gc.") ? Drift.NONE : drift;
        Environments environments = new Environments();
        Map<Integer, List<Point>> split = new TreeMap<>();
        for (Point point : series.points()) {
            split.computeIfAbsent(environments.of(point), e -> new ArrayList<>())
                    .add(point);
        }
        List<Line> lines = new ArrayList<>();
        Optional<Newest> newest = Optional.empty();
        for (List<Point> points : split.values()) {
            Costs costs = Costs.of(series, points);
            double[] values = costs.values().clone();
            double[] drifted = applied.of(points);
            Arrays.setAll(values, t -> values[t] - drifted[t]);
            lines.add(line(series, points, LevelChanges.of(values, costs.known(), SMALLEST)));
            Point last = points.get(points.size() - 1);
            if (last.equals(series.points().get(series.points().size() - 1))) {
                newest = NewestRun.of(values, costs.known(), Math.log1p(threshold))
                        .map(found -> newest(last, found));
            }
        }
        return new Trend(series, lines, newest);
    }

    private static Newest newest(Point point, NewestRun found) {
        return new Newest(
                point,
                found.verdict(),
                Math.exp(found.change()),
                Math.exp(found.change() - found.reach()),
                Math.exp(found.change() + found.reach()),
                found.chance(),
                found.runs());
    }

    private static Line line(Series series, List<Point> points, LevelChanges found) {
        List<Line.Level> levels = new ArrayList<>();
        List<ChangePoint> changes = new ArrayList<>();
        int[] starts = found.starts();
        for (int i = 0; i < starts.length; i++) {
            int end = i + 1 < starts.length ? starts[i + 1] : points.size();
            levels.add(new Line.Level(starts[i], end, Costs.inUnit(series, found.levels()[i])));
            if (i > 0) {
                LevelStep step = found.steps().get(i - 1);
                changes.add(new ChangePoint(
                        points.get(step.earliest() - 1),
                        points.get(step.first()),
                        points.get(step.latest()),
                        Math.exp(step.change()),
                        Math.exp(step.change() - step.reach()),
                        Math.exp(step.change() + step.reach()),
                        step.chance(),
                        starts[i] - starts[i - 1],
                        end - starts[i]));
            }
        }
        return new Line(
                points,
                levels,
                changes,
                found.spikes().stream().map(points::get).toList());
    }
}
