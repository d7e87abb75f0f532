package io.assay.harness.history.store;

import io.assay.harness.history.ForkSummary;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes a run within the transaction of its caller, by SQL that SQLite and PostgreSQL both understand. */
final class RunWriter {
    private static final int LONGEST = 200;

    private final Connection connection;

    RunWriter(Connection connection) {
        this.connection = connection;
    }

    /** Whether it was written; not if another writer has just kept the same run. */
    boolean write(Recording recording, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO assay_run (content, measured_at, recorded_at, code, branch, source, facts) "
                        + "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (content) DO NOTHING")) {
            insert.setString(1, recording.content());
            insert.setLong(2, recording.date().toEpochMilli());
            insert.setLong(3, now.toEpochMilli());
            insert.setString(4, cut(recording.commit()));
            insert.setString(5, cut(recording.branch()));
            insert.setString(6, cut(recording.source()));
            insert.setString(7, recording.facts());
            if (insert.executeUpdate() == 0) {
                return false;
            }
        }
        // Sorted: two writers that take the same rows' locks in another order would wait for each other.
        TreeMap<String, Measured> series = new TreeMap<>();
        TreeMap<String, String> environments = new TreeMap<>();
        for (Measured measured : recording.measured()) {
            series.merge(key(measured), measured, Measured::with);
            String facts = Facts.json(measured.facts());
            environments.put(Digest.of(facts), facts);
        }
        insertEnvironments(environments);
        insertSeries(series);
        insertMeasurements(series, run(recording.content()), ids("assay_environment"), ids("assay_series"));
        return true;
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static String key(Measured measured) {
        return Digest.of(
                measured.row().benchmark(),
                measured.row().mode(),
                Facts.json(measured.row().params()),
                measured.metric(),
                measured.unit());
    }

    private void insertEnvironments(SortedMap<String, String> environments) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO assay_environment (content, facts) VALUES (?, ?) ON CONFLICT (content) DO NOTHING")) {
            for (Map.Entry<String, String> environment : environments.entrySet()) {
                insert.setString(1, environment.getKey());
                insert.setString(2, environment.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void insertSeries(SortedMap<String, Measured> series) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO assay_series (content, benchmark, mode, params, metric, unit) VALUES (?, ?, ?, ?, ?, ?) "
                        + "ON CONFLICT (content) DO NOTHING")) {
            for (Map.Entry<String, Measured> each : series.entrySet()) {
                Measured measured = each.getValue();
                insert.setString(1, each.getKey());
                insert.setString(2, measured.row().benchmark());
                insert.setString(3, measured.row().mode());
                insert.setString(4, Facts.json(measured.row().params()));
                insert.setString(5, measured.metric());
                insert.setString(6, measured.unit());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void insertMeasurements(
            SortedMap<String, Measured> series, long run, Map<String, Long> environments, Map<String, Long> ids)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO assay_measurement (series_id, run_id, environment_id, value, forks) "
                        + "VALUES (?, ?, ?, ?, ?)")) {
            for (Map.Entry<String, Measured> each : series.entrySet()) {
                Measured measured = each.getValue();
                insert.setLong(1, id(ids, each.getKey()));
                insert.setLong(2, run);
                insert.setLong(3, id(environments, Digest.of(Facts.json(measured.facts()))));
                insert.setDouble(4, ForkSummary.value(measured.forks()));
                insert.setString(5, ForkText.of(measured.forks()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private long run(String content) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT id FROM assay_run WHERE content = ?")) {
            query.setString(1, content);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("the run that was just written is not there");
                }
                return row.getLong(1);
            }
        }
    }

    private Map<String, Long> ids(String table) throws SQLException {
        Map<String, Long> ids = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT content, id FROM " + table)) {
            while (row.next()) {
                ids.put(row.getString(1), row.getLong(2));
            }
        }
        return ids;
    }

    private static long id(Map<String, Long> ids, String key) throws SQLException {
        Long id = ids.get(key);
        if (id == null) {
            throw new SQLException("a series or environment that was just written is not there");
        }
        return id;
    }
}
