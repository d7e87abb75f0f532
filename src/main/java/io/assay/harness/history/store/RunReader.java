package io.assay.harness.history.store;

import io.assay.harness.history.ForkSummary;
import io.assay.harness.history.Point;
import io.assay.harness.history.RecordedRun;
import io.assay.harness.history.Series;
import io.assay.harness.result.RowKey;
import io.assay.harness.result.UserError;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads series out of a store, each by its index. Valid as long as the store is open. */
public final class RunReader {
    private final Connection connection;
    private final StoreUrl url;
    private final Map<Long, RecordedRun> runs;
    private final Map<Long, Map<String, String>> environments;
    private final Map<Known, Long> known;

    private RunReader(
            Connection connection,
            StoreUrl url,
            Map<Long, RecordedRun> runs,
            Map<Long, Map<String, String>> environments,
            Map<Known, Long> known) {
        this.connection = connection;
        this.url = url;
        this.runs = runs;
        this.environments = environments;
        this.known = known;
    }

    /**
     * A series that is kept.
     *
     * @param row benchmark, mode, parameters
     * @param metric its name
     * @param unit of its values
     */
    public record Known(RowKey row, String metric, String unit) {}

    static RunReader of(Connection connection, StoreUrl url) throws SQLException {
        Map<Long, RecordedRun> runs = new LinkedHashMap<>();
        query(
                connection,
                "SELECT id, measured_at, code, branch, source FROM assay_run ORDER BY measured_at, id",
                row -> runs.put(
                        row.getLong(1),
                        new RecordedRun(
                                row.getLong(1),
                                Instant.ofEpochMilli(row.getLong(2)),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5))));
        Map<Long, Map<String, String>> environments = new HashMap<>();
        query(
                connection,
                "SELECT id, facts FROM assay_environment",
                // Immutable once: points that share one then share its copy, and compare it by its address.
                row -> environments.put(row.getLong(1), Map.copyOf(Facts.parse(row.getString(2)))));
        Map<Known, Long> known = new LinkedHashMap<>();
        query(
                connection,
                "SELECT id, benchmark, mode, params, metric, unit FROM assay_series ORDER BY benchmark, params, mode, id",
                row -> known.put(
                        new Known(
                                new RowKey(row.getString(2), row.getString(3), Facts.parse(row.getString(4))),
                                row.getString(5),
                                row.getString(6)),
                        row.getLong(1)));
        return new RunReader(connection, url, runs, environments, known);
    }

    private interface Reading {
        void of(ResultSet row) throws SQLException;
    }

    private static void query(Connection connection, String sql, Reading reading) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                reading.of(row);
            }
        }
    }

    /** All runs, the oldest first. */
    public List<RecordedRun> runs() {
        return List.copyOf(runs.values());
    }

    /** All series, by name. */
    public List<Known> series() {
        return List.copyOf(known.keySet());
    }

    /** The points of series in the runs that are wanted, as they were recorded, in the order of their runs. */
    public List<Series> read(List<Known> wanted, Predicate<RecordedRun> ofRuns) {
        List<Series> series = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT run_id, environment_id, forks FROM assay_measurement WHERE series_id = ?")) {
            for (Known each : wanted) {
                series.add(new Series(each.row(), each.metric(), each.unit(), points(query, each, ofRuns)));
            }
            connection.rollback();
        } catch (SQLException e) {
            throw Failures.of(url, e, Optional.empty());
        }
        return series;
    }

    private List<Point> points(PreparedStatement query, Known each, Predicate<RecordedRun> ofRuns) throws SQLException {
        List<Point> points = new ArrayList<>();
        query.setLong(1, known.getOrDefault(each, -1L));
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                RecordedRun run = runs.get(row.getLong(1));
                // A run that another process recorded since the list was read belongs to the next answer.
                if (run != null && ofRuns.test(run)) {
                    points.add(new Point(
                            run, forks(row.getString(3)), environments.getOrDefault(row.getLong(2), Map.of())));
                }
            }
        }
        points.sort(Comparator.comparing(Point::run, RecordedRun.ORDER));
        return points;
    }

    private List<ForkSummary> forks(String json) {
        try {
            return ForkText.read(json);
        } catch (IllegalArgumentException e) {
            throw new UserError(
                    "--store " + url + ": holds a measurement that is none: " + json + "; restore it from a copy", e);
        }
    }
}
