package io.assay.harness.history.store;

import io.assay.harness.result.UserError;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/**
 * An open store of past runs. Many processes may use one store at once; an object belongs to one thread.
 *
 * <p>A run is kept in one transaction: whoever is killed has recorded it or has not, and recording it again does the
 * rest. Whatever goes wrong is a {@link UserError} that names the store without its password; the results that were to
 * be recorded are never touched.
 */
public final class HistoryStore implements AutoCloseable {
    private final StoreUrl url;
    private final Connection connection;

    private HistoryStore(StoreUrl url, Connection connection) {
        this.url = url;
        this.connection = connection;
    }

    /**
     * Opens a store, and makes it where there is none.
     *
     * @throws UserError if it cannot be reached, is locked, is no store, or was written by a newer version
     */
    public static HistoryStore open(StoreUrl url) {
        url.makeFolder();
        return connect(url, url.forDriver());
    }

    /**
     * Opens a store that is there.
     *
     * @throws UserError as {@link #open}, and if there is none
     */
    public static HistoryStore openExisting(StoreUrl url) {
        if (url.file().filter(file -> !java.nio.file.Files.exists(file)).isPresent()) {
            throw new UserError("--store " + url + ": there is no such store yet; 'assay record RESULT' makes it");
        }
        return connect(url, url.forReader());
    }

    private static HistoryStore connect(StoreUrl url, String jdbc) {
        @Nullable Connection connection = null;
        try {
            connection = DriverManager.getConnection(jdbc);
            if (url.postgres()) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("SET lock_timeout = '20s'");
                }
            }
            Schema.upToDate(url, connection);
            connection.setAutoCommit(false);
            return new HistoryStore(url, connection);
        } catch (SQLException | FlywayException e) {
            throw Failures.of(url, e, closed(connection));
        } catch (UserError e) {
            closed(connection).ifPresent(e::addSuppressed);
            throw e;
        }
    }

    private static Optional<SQLException> closed(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(e);
        }
    }

    /**
     * Keeps a run, whole or not at all.
     *
     * @return what was there already, if the same figures were: then nothing is changed
     */
    public Optional<Existing> record(Recording recording) {
        try {
            Optional<Existing> existing = existing(recording.content());
            if (existing.isEmpty() && !new RunWriter(connection).write(recording, Instant.now())) {
                // Another writer was faster by a moment.
                connection.rollback();
                existing = existing(recording.content());
            }
            connection.commit();
            return existing;
        } catch (SQLException e) {
            throw Failures.of(url, e, rolledBack());
        }
    }

    private Optional<SQLException> rolledBack() {
        try {
            connection.rollback();
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(e);
        }
    }

    /**
     * A run that is kept already.
     *
     * @param date of the run
     * @param commit of the run
     */
    public record Existing(Instant date, String commit) {}

    private Optional<Existing> existing(String content) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT measured_at, code FROM assay_run WHERE content = ?")) {
            query.setString(1, content);
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new Existing(Instant.ofEpochMilli(row.getLong(1)), row.getString(2)))
                        : Optional.empty();
            }
        }
    }

    /** Reads what is kept, as it is now. */
    public RunReader read() {
        try {
            RunReader reader = RunReader.of(connection, url);
            connection.rollback();
            return reader;
        } catch (SQLException e) {
            throw Failures.of(url, e, rolledBack());
        }
    }

    @Override
    public void close() {
        closed(connection).ifPresent(e -> {
            throw Failures.of(url, e, Optional.empty());
        });
    }
}
