package io.assay.harness.history;

import io.assay.harness.result.RowKey;
import io.assay.harness.stats.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Trends of many series, and what of them fails a gate. Immutable.
 *
 * @param trends in the order of the series
 * @param drift what was taken out of all of them
 * @param alarms changes to the worse since the moment that was asked for
 */
public record History(List<Trend> trends, Drift drift, List<Alarm> alarms) {
    /** Where nobody says since when, changes that the runs of the newest commits brought to light count. */
    public static final int RECENT = 5;

    private static final Set<String> GATING = Set.of(Series.SCORE, "gc.alloc.rate.norm", "mem.live", "mem.peak");

    /** Copies what can change. */
    public History {
        trends = List.copyOf(trends);
        alarms = List.copyOf(alarms);
    }

    /**
     * Looks for changes.
     *
     * @param series with at least one point each
     * @param threshold the relative change that counts for the gate, 0.03 for 3%
     * @param since which runs are new enough for it
     */
    public static History of(List<Series> series, Drift drift, double threshold, Predicate<RecordedRun> since) {
        List<Trend> trends = new ArrayList<>();
        List<Alarm> alarms = new ArrayList<>();
        for (Series each : series) {
            Trend trend = Trends.of(each, drift, threshold);
            trends.add(trend);
            if (GATING.contains(each.metric())) {
                alarms(trend, threshold, since, alarms);
            }
        }
        if (!drift.controls()) {
            drift.steps().stream()
                    .filter(step -> since.test(step.after()) && step.ratio() >= 1 + threshold)
                    .forEach(step -> alarms.add(Alarm.of(step)));
        }
        return new History(trends, drift, alarms);
    }

    private static void alarms(Trend trend, double threshold, Predicate<RecordedRun> since, List<Alarm> alarms) {
        for (Line line : trend.lines()) {
            List<ChangePoint> changes = line.changes();
            for (int i = 0; i < changes.size(); i++) {
                ChangePoint change = changes.get(i);
                // What has been taken back since is history.
                boolean lasts = together(changes.subList(i, changes.size())) >= 1 + threshold;
                if (since.test(change.after().run()) && change.ratio() >= 1 + threshold && lasts) {
                    alarms.add(Alarm.of(trend, change));
                }
            }
        }
        trend.newest()
                .filter(newest -> newest.verdict() == Verdict.SLOWER
                        && since.test(newest.point().run()))
                .ifPresent(newest -> alarms.add(Alarm.of(trend, newest)));
    }

    /** Of levels in their own unit it could not be told: three percent of no bytes are none. */
    private static double together(List<ChangePoint> changes) {
        return changes.stream().mapToDouble(ChangePoint::ratio).reduce(1, (a, b) -> a * b);
    }

    /**
     * Whether a run of a list that is in order is of one of its newest commits: shards, each recorded by itself, are
     * several runs of one. A run of which nobody knows the commit counts as one.
     */
    public static Predicate<RecordedRun> recent(List<RecordedRun> runs) {
        Set<String> commits = new HashSet<>();
        Set<Long> newest = new HashSet<>();
        for (int i = runs.size() - 1; i >= 0; i--) {
            RecordedRun run = runs.get(i);
            commits.add(run.commit().equals("unknown") ? "run " + run.id() : run.commit());
            if (commits.size() > RECENT) {
                break;
            }
            newest.add(run.id());
        }
        return run -> newest.contains(run.id());
    }

    /** Whether a row is of an implementation whose code does not change here: one that is not ours. */
    public static boolean isControl(RowKey row) {
        String implementation = row.params().getOrDefault(RowKey.IMPLEMENTATION, "ASSAY");
        return !implementation.startsWith("ASSAY");
    }
}
