package io.assay.harness.history.store;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.result.UserError;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The store on a server: a real PostgreSQL")
class PostgresStoreTest extends StoreContract {
    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() {
        try {
            server = EmbeddedPostgres.builder().start();
        } catch (Exception e) {
            Assumptions.abort("no PostgreSQL can be started here: " + e);
        }
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @Override
    StoreUrl url() {
        return StoreUrl.of(server.getJdbcUrl("postgres", "postgres"));
    }

    @BeforeEach
    void empty() throws Exception {
        try (Connection connection = DriverManager.getConnection(url().forDriver());
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA public CASCADE");
            statement.execute("CREATE SCHEMA public");
            statement.execute("CREATE TABLE somebody_elses (id INT)");
        }
    }

    @Test
    @DisplayName("Unreachable, or a wrong database: one line that shows no password")
    void unreachable() {
        UserError nowhere = assertThrows(
                UserError.class,
                () -> HistoryStore.open(StoreUrl.of("jdbc:postgresql://localhost:1/bench?user=u&password=hunter2")));
        assertTrue(nowhere.getMessage().contains("jdbc:postgresql://localhost:1/bench"), nowhere.getMessage());
        assertTrue(nowhere.getMessage().contains("can be recorded later"), nowhere.getMessage());
        assertFalse(nowhere.getMessage().contains("hunter2"), nowhere.getMessage());
        UserError wrong = assertThrows(
                UserError.class,
                () -> HistoryStore.open(StoreUrl.of(
                        "jdbc:postgresql://localhost:" + server.getPort() + "/none?user=postgres&password=hunter2")));
        assertTrue(wrong.getMessage().contains("none"), wrong.getMessage());
        assertFalse(wrong.getMessage().contains("hunter2"), wrong.getMessage());
    }
}
