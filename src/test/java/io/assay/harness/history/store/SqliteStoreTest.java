package io.assay.harness.history.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.result.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The store in a file")
class SqliteStoreTest extends StoreContract {
    @Override
    StoreUrl url() {
        return StoreUrl.of(temp.resolve("sub/history.db").toString());
    }

    @Test
    @DisplayName("Locked by another process: one line, and the result can be recorded later")
    void locked() throws Exception {
        record(1);
        StoreUrl impatient = StoreUrl.of("jdbc:sqlite:" + temp.resolve("sub/history.db") + "?busy_timeout=50");
        try (Connection other = DriverManager.getConnection(url().forDriver());
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            UserError error = assertThrows(UserError.class, () -> {
                try (HistoryStore store = HistoryStore.open(impatient)) {
                    store.record(Results.recording(temp, 2, 1));
                }
            });
            assertTrue(error.getMessage().contains("another process holds it"), error.getMessage());
            statement.execute("ROLLBACK");
        }
        assertTrue(record(2));
    }

    @Test
    @DisplayName("A file that is no database, a folder that cannot be made, a store that is not there")
    void unusable() throws IOException {
        Path text = Files.writeString(temp.resolve("text.db"), "no database, but long enough for a header".repeat(10));
        refused(() -> HistoryStore.open(StoreUrl.of(text.toString())), "text.db", "name another file");
        refused(() -> HistoryStore.open(StoreUrl.of(text + "/in/it.db")), "cannot be made");
        refused(() -> HistoryStore.openExisting(url()), "no such store yet");
        refused(() -> StoreUrl.of("jdbc:mysql://u:secret@host/db?password=hidden"), "no store of this kind");
        refused(() -> StoreUrl.of("jdbc:sqlite:"), "keeps nothing");
        refused(() -> StoreUrl.of(" "), "is empty");
    }

    private static void refused(Runnable action, String... said) {
        UserError error = assertThrows(UserError.class, action::run);
        for (String words : said) {
            assertTrue(error.getMessage().contains(words), error.getMessage());
        }
        assertEquals(1, error.getMessage().lines().count());
        assertTrue(!error.getMessage().contains("secret") && !error.getMessage().contains("hidden"));
    }

    @Test
    @DisplayName("Without a name it lies in .assay of the project, hidden from git; a variable names another")
    void byDefault() throws IOException {
        Path project = Files.createDirectories(temp.resolve("project/module"));
        Files.createDirectory(temp.resolve("project/.git"));
        StoreUrl store = StoreUrl.byDefault(project, Map.of());
        assertEquals(
                temp.resolve("project/.assay/history.db").toAbsolutePath(),
                store.file().orElseThrow());
        HistoryStore.open(store).close();
        assertEquals("*\n", Files.readString(temp.resolve("project/.assay/.gitignore")));
        assertEquals(
                "jdbc:postgresql://db/x",
                StoreUrl.byDefault(project, Map.of(StoreUrl.VARIABLE, "jdbc:postgresql://u@db/x?password=p"))
                        .toString());
    }

    @Test
    @DisplayName("A thousand runs of two hundred rows: each recorded in a second, a series read in half of one")
    void size() throws IOException {
        int runs = Integer.getInteger("history.runs", 8);
        int rows = Integer.getInteger("history.rows", 200);
        double slowest = 0;
        try (HistoryStore store = HistoryStore.open(url())) {
            for (int n = 0; n < runs; n++) {
                Recording recording = Results.recording(temp, n, rows);
                Files.delete(temp.resolve("r" + n + ".json"));
                long began = System.nanoTime();
                store.record(recording);
                slowest = Math.max(slowest, (System.nanoTime() - began) / 1e9);
            }
        }
        long began = System.nanoTime();
        try (HistoryStore store = HistoryStore.open(url())) {
            RunReader reader = store.read();
            assertEquals(rows, reader.series().size());
            assertEquals(
                    runs,
                    reader.read(reader.series().subList(3, 4), run -> true)
                            .get(0)
                            .points()
                            .size());
            References.drift(reader, run -> true);
        }
        System.out.printf(
                "%d runs of %d rows: slowest record %.3f s, history of one benchmark with drift %.3f s, %d KiB%n",
                runs,
                rows,
                slowest,
                (System.nanoTime() - began) / 1e9,
                Files.size(url().file().orElseThrow()) / 1024);
    }
}
