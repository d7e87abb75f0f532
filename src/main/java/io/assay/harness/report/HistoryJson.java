package io.assay.harness.report;

import io.assay.harness.history.Alarm;
import io.assay.harness.history.ChangePoint;
import io.assay.harness.history.Drift;
import io.assay.harness.history.History;
import io.assay.harness.history.Line;
import io.assay.harness.history.Newest;
import io.assay.harness.history.Point;
import io.assay.harness.history.RecordedRun;
import io.assay.harness.history.Trend;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.jr.ob.JSON;

/** A history for other programs: {@code {"series":[...],"drift":{...},"alarms":[...]}}. */
public final class HistoryJson {
    private HistoryJson() {}

    /** One document. */
    public static String of(History history) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("series", history.trends().stream().map(HistoryJson::trend).toList());
        map.put("drift", drift(history.drift()));
        map.put("alarms", history.alarms().stream().map(HistoryJson::alarm).toList());
        return JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(map);
    }

    private static Map<String, Object> trend(Trend trend) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("benchmark", trend.series().row().benchmark());
        map.put("mode", trend.series().row().mode());
        map.put("params", trend.series().row().params());
        map.put("metric", trend.series().metric());
        map.put("unit", trend.series().unit());
        map.put("lines", trend.lines().stream().map(HistoryJson::line).toList());
        trend.newest().ifPresent(newest -> map.put("newest", newest(newest)));
        return map;
    }

    private static Map<String, Object> line(Line line) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("environment", line.points().get(0).environment());
        map.put("points", line.points().stream().map(HistoryJson::point).toList());
        map.put("levels", line.levels().stream().map(Line.Level::value).toList());
        map.put("changes", line.changes().stream().map(HistoryJson::change).toList());
        map.put("spikes", line.spikes().stream().map(point -> run(point.run())).toList());
        return map;
    }

    private static Map<String, Object> point(Point point) {
        Map<String, Object> map = run(point.run());
        map.put("value", point.value());
        map.put("forks", point.forks().size());
        return map;
    }

    private static Map<String, Object> run(RecordedRun run) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("date", run.date().toString());
        map.put("commit", run.commit());
        return map;
    }

    private static Map<String, Object> change(ChangePoint change) {
        Map<String, Object> map = sized(change.ratio(), change.low(), change.high());
        map.put("verdict", change.verdict().text());
        map.put("before", run(change.before().run()));
        map.put("first", run(change.first().run()));
        map.put("after", run(change.after().run()));
        map.put("confidence", change.confidence());
        map.put("runsBefore", change.runsBefore());
        map.put("runsAfter", change.runsAfter());
        return map;
    }

    private static Map<String, Object> newest(Newest newest) {
        Map<String, Object> map = sized(newest.ratio(), newest.low(), newest.high());
        map.put("verdict", newest.verdict().text());
        map.put("run", run(newest.point().run()));
        map.put("chance", newest.chance());
        map.put("runs", newest.runs());
        return map;
    }

    private static Map<String, Object> sized(double ratio, double low, double high) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("ratio", ratio);
        map.put("low", low);
        map.put("high", high);
        return map;
    }

    private static Map<String, Object> drift(Drift drift) {
        return Map.of(
                "rows",
                drift.rows(),
                "controls",
                drift.controls(),
                "most",
                drift.logs().values().stream().mapToDouble(Math::abs).max().orElse(0),
                "steps",
                drift.steps().stream().map(HistoryJson::step).toList());
    }

    private static Map<String, Object> step(Drift.Step step) {
        Map<String, Object> map = sized(step.ratio(), step.low(), step.high());
        map.put("before", run(step.before()));
        map.put("after", run(step.after()));
        return map;
    }

    private static Map<String, Object> alarm(Alarm alarm) {
        return Map.of("series", alarm.name(), "reason", HistoryText.reason(alarm));
    }
}
