package io.assay.harness.history.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.history.Point;
import io.assay.harness.history.RecordedRun;
import io.assay.harness.history.Series;
import io.assay.harness.result.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store does, whatever lies under it. */
abstract class StoreContract {
    private static final int ROWS = 4;

    @TempDir
    Path temp;

    /** A store that is empty when a test begins. */
    abstract StoreUrl url();

    final List<RecordedRun> runs() {
        try (HistoryStore store = HistoryStore.open(url())) {
            return store.read().runs();
        }
    }

    final boolean record(int n) throws IOException {
        try (HistoryStore store = HistoryStore.open(url())) {
            return store.record(Results.recording(temp, n, ROWS)).isEmpty();
        }
    }

    /** Runs whose measurements are not all there: a torn run. */
    final List<String> torn(int measurements) throws SQLException {
        List<String> torn = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url().forDriver());
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("SELECT r.code, COUNT(m.run_id) FROM assay_run r LEFT JOIN "
                        + "assay_measurement m ON m.run_id = r.id GROUP BY r.id, r.code")) {
            while (row.next()) {
                if (row.getInt(2) != measurements) {
                    torn.add(row.getString(1) + ": " + row.getInt(2));
                }
            }
        }
        return torn;
    }

    @Test
    @DisplayName("What was recorded is read: figures of every fork, commit, date, environment; in the order of dates")
    void whatGoesInComesOut() throws IOException {
        assertTrue(record(2));
        assertTrue(record(1));
        try (HistoryStore store = HistoryStore.open(url())) {
            RunReader reader = store.read();
            assertEquals(
                    List.of("commit1", "commit2"),
                    reader.runs().stream().map(RecordedRun::commit).toList());
            assertEquals(ROWS, reader.series().size());
            Series series =
                    reader.read(reader.series().subList(0, 1), run -> true).get(0);
            assertEquals("ns/op", series.unit());
            assertEquals("org.example.FooBenchmark.m0", series.row().benchmark());
            assertEquals("ASSAY", series.row().params().get("implementation"));
            Point point = series.points().get(1);
            assertEquals(5, point.forks().size());
            assertEquals(5, point.forks().get(0).iterations());
            assertEquals(100, point.value(), 2);
            assertTrue(point.forks().get(0).best() <= point.forks().get(0).median());
            assertEquals("17.0.1", point.environment().get("jdk"));
            assertEquals("-Xmx1g", point.environment().get("flags"));
            assertEquals(Results.labels(2).date().orElseThrow(), point.run().date());
        }
    }

    @Test
    @DisplayName("The same figures a second time change nothing, whatever commit they are said to be of")
    void idempotent() throws IOException {
        assertTrue(record(1));
        assertFalse(record(1));
        try (HistoryStore store = HistoryStore.open(url())) {
            HistoryStore.Existing existing = store.record(
                            Recording.read(Results.write(temp, 1, ROWS), Results.labels(7)))
                    .orElseThrow();
            assertEquals("commit1", existing.commit());
        }
        assertEquals(1, runs().size());
    }

    @Test
    @DisplayName("Writers at once, some with the same runs: each run is kept once and whole")
    void writersAtOnce() throws Exception {
        int writers = 3;
        List<Recording> recordings = new ArrayList<>();
        for (int n = 0; n < 12; n++) {
            recordings.add(Results.recording(temp, n, ROWS));
        }
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            List<Future<Integer>> results = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                int offset = writer;
                results.add(threads.submit(() -> {
                    int kept = 0;
                    try (HistoryStore store = HistoryStore.open(url())) {
                        for (int i = 0; i < recordings.size(); i++) {
                            kept += store.record(recordings.get((i + 4 * offset) % recordings.size()))
                                            .isEmpty()
                                    ? 1
                                    : 0;
                        }
                    }
                    return kept;
                }));
            }
            int kept = 0;
            for (Future<Integer> result : results) {
                kept += get(result);
            }
            assertEquals(12, kept, "each is new to one writer");
        } finally {
            threads.shutdownNow();
        }
        assertEquals(12, runs().size());
        assertEquals(List.of(), torn(ROWS));
    }

    private static int get(Future<Integer> result) throws InterruptedException {
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    @Test
    @DisplayName("A store of a newer version of the program is refused and left alone")
    void newerSchema() throws Exception {
        record(1);
        execute("UPDATE assay_schema SET \"version\" = '99' WHERE \"version\" = '1'");
        UserError error = assertThrows(UserError.class, () -> record(2));
        assertTrue(error.getMessage().contains("schema 99"), error.getMessage());
        assertTrue(error.getMessage().contains("newer version"), error.getMessage());
        execute("UPDATE assay_schema SET \"version\" = '1' WHERE \"version\" = '99'");
        assertEquals(1, runs().size());
    }

    final void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url().forDriver());
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    @Test
    @DisplayName("A writer that dies before its commit leaves nothing")
    void rollback() throws Exception {
        record(1);
        try (Connection connection = DriverManager.getConnection(url().forDriver())) {
            connection.setAutoCommit(false);
            assertTrue(new RunWriter(connection).write(Results.recording(temp, 2, ROWS), Results.START));
            connection.rollback();
        }
        assertEquals(1, runs().size());
        assertTrue(record(2), "it can be recorded again");
        assertEquals(List.of(), torn(ROWS));
    }

    @Test
    @DisplayName("The migrations that are there are the ones that the program knows")
    void versions() {
        assertTrue(Schema.class.getResource("V" + Schema.VERSION + "__runs.sql") != null);
        assertEquals(0, runs().size());
    }
}
