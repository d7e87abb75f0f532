package io.assay.harness.report;

import io.assay.harness.history.ChangePoint;
import io.assay.harness.history.Line;
import io.assay.harness.history.Newest;
import io.assay.harness.history.Point;
import io.assay.harness.history.RecordedRun;
import io.assay.harness.history.Series;
import io.assay.harness.history.Trend;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Recorded runs for the page: those series that changed first, each with its levels and change points. */
final class PageHistory {
    /** So many points keep a page below the 3 MB that mail and trackers take. */
    private static final int MOST_POINTS = 12_000;

    private static final List<String> HEADER = List.of("date", "commit", "score", "level", "what happened");

    private PageHistory() {}

    static Map<String, @Nullable Object> of(ReportedHistory history) {
        List<Trend> ordered = new ArrayList<>(history.trends());
        ordered.sort(Comparator.comparing(trend -> trend.changes().isEmpty()));
        int most = MOST_POINTS / Math.max(1, ordered.size());
        List<String> notes = new ArrayList<>();
        long cut = ordered.stream()
                .filter(trend -> trend.series().points().size() > most)
                .count();
        if (cut > 0) {
            notes.add("of " + cut + " series the newest " + most + " runs are shown; 'assay history' has all");
        }
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("store", history.store());
        map.put("notes", notes);
        map.put(
                "series",
                ordered.stream().map(trend -> new Shown(trend, most).map()).toList());
        return map;
    }

    /** One series; its points are numbered in the order of their runs, from the first that is shown. */
    private static final class Shown {
        private final Trend trend;
        private final Series series;
        private final List<Point> points;
        private final Map<Point, Integer> places = new HashMap<>();

        Shown(Trend trend, int most) {
            this.trend = trend;
            series = trend.series();
            List<Point> all = series.points();
            points = all.subList(Math.max(0, all.size() - Math.max(1, most)), all.size());
            for (int i = 0; i < points.size(); i++) {
                places.put(points.get(i), i);
            }
        }

        Map<String, @Nullable Object> map() {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            map.put("name", series.name());
            map.put("unit", series.unit());
            map.put("more", series.moreIsBetter());
            map.put(
                    "ticks",
                    points.stream().map(point -> point.run().shortCommit()).toList());
            List<Object> drawn = new ArrayList<>();
            points.forEach(point -> drawn.add(at(place(point), point.value())));
            map.put("points", drawn);
            map.put(
                    "levels",
                    trend.lines().stream()
                            .flatMap(line -> levels(line).stream())
                            .toList());
            map.put("changes", changes());
            map.put(
                    "spikes",
                    trend.lines().stream()
                            .flatMap(line -> line.spikes().stream())
                            .filter(places::containsKey)
                            .map(point -> at(place(point), point.value()))
                            .toList());
            map.put(
                    "breaks",
                    trend.lines().stream()
                            .skip(1)
                            .map(line -> line.points().get(0))
                            .filter(places::containsKey)
                            .map(point -> place(point) - 0.5)
                            .toList());
            map.put("newest", trend.newest().map(Shown::said).orElse("too few runs to judge the newest"));
            map.put("table", PageData.table(table()));
            return map;
        }

        private int place(Point point) {
            return places.getOrDefault(point, -1);
        }

        private static List<@Nullable Double> at(double x, double y) {
            return Arrays.asList(x, PageData.number(y));
        }

        private List<Object> levels(Line line) {
            List<Object> levels = new ArrayList<>();
            for (Line.Level level : line.levels()) {
                List<Point> shown = line.points().subList(level.from(), level.to()).stream()
                        .filter(places::containsKey)
                        .toList();
                if (!shown.isEmpty()) {
                    levels.add(List.of(
                            at(place(shown.get(0)), level.value()),
                            at(place(shown.get(shown.size() - 1)), level.value())));
                }
            }
            return levels;
        }

        private List<Object> changes() {
            List<Object> changes = new ArrayList<>();
            for (ChangePoint change : trend.changes()) {
                if (places.containsKey(change.first())) {
                    Map<String, Object> map = new LinkedHashMap<>();
                    map.put("at", place(change.first()) - 0.5);
                    map.put("verdict", change.verdict().text());
                    map.put("said", said(change));
                    changes.add(map);
                }
            }
            return changes;
        }

        private static String said(ChangePoint change) {
            return String.format(
                    Locale.ROOT,
                    "%s: %s [%s, %s] between %s, confidence %.1f%%, %d runs before, %d after",
                    change.verdict().text(),
                    ComparisonRows.change(change.ratio()),
                    ComparisonRows.change(change.low()),
                    ComparisonRows.change(change.high()),
                    change.commits(),
                    100 * change.confidence(),
                    change.runsBefore(),
                    change.runsAfter());
        }

        private static String said(Newest newest) {
            return "newest " + newest.verdict().text() + ": " + ComparisonRows.change(newest.ratio()) + " ["
                    + ComparisonRows.change(newest.low()) + ", " + ComparisonRows.change(newest.high()) + "] against "
                    + newest.runs() + " runs";
        }

        private Table table() {
            Map<Point, String> levels = new HashMap<>();
            Map<Point, String> happened = new HashMap<>();
            trend.lines().stream()
                    .skip(1)
                    .forEach(line -> happened.merge(line.points().get(0), "other environment", PageHistory::both));
            for (Line line : trend.lines()) {
                line.levels()
                        .forEach(level -> line.points()
                                .subList(level.from(), level.to())
                                .forEach(point -> levels.put(point, Figures.of(level.value()))));
                line.spikes().forEach(point -> happened.merge(point, "spike", PageHistory::both));
            }
            trend.changes().forEach(change -> happened.merge(change.first(), said(change), PageHistory::both));
            List<List<String>> rows = new ArrayList<>();
            for (Point point : points) {
                RecordedRun run = point.run();
                rows.add(List.of(
                        LocalDate.ofInstant(run.date(), ZoneOffset.UTC).toString(),
                        run.shortCommit(),
                        Figures.of(point.value()),
                        levels.getOrDefault(point, "-"),
                        happened.getOrDefault(point, "")));
            }
            return new Table(
                    "History of " + series.name(),
                    points.size() + " of " + series.points().size() + " runs, in " + series.unit(),
                    HEADER,
                    rows,
                    List.of());
        }
    }

    private static String both(String one, String other) {
        return one + "; " + other;
    }
}
