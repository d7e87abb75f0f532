package io.assay.harness.profiling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.profiling.fork.SampledEvent;
import io.assay.harness.result.RowKey;
import io.assay.harness.result.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionFolderTest {
    @TempDir
    Path folder;

    private static RowKey key(String benchmark, String value) {
        return new RowKey(benchmark, "avgt", value.isEmpty() ? Map.of() : Map.of("p", value));
    }

    @Test
    void foldersOfRowsReadLikeRows() {
        SessionFolder session = SessionFolder.create(folder.resolve("s"));
        assertEquals(
                "B.work-p=100",
                session.row(key("a.B.work", "100")).getFileName().toString());
        assertEquals("B.work", session.row(key("a.B.work", "")).getFileName().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "a/b\\c:d*?\"<>|", "naïve ☃", "\u0000\n", "x y"})
    void noParameterLeavesTheSession(String value) {
        SessionFolder session = SessionFolder.create(folder.resolve("s"));
        Path row = session.row(key("a.B.work", value));
        assertEquals(folder.resolve("s"), row.getParent());
        assertTrue(row.getFileName().toString().matches("[A-Za-z0-9._=,-]+"), row::toString);
    }

    @Test
    void rowsWhoseNamesCollideHaveFoldersOfTheirOwn() {
        SessionFolder session = SessionFolder.create(folder.resolve("s"));
        assertNotEquals(session.row(key("a.B.work", "1")), session.row(key("c.B.work", "1")));
        assertNotEquals(session.row(key("a.B.work", "x y")), session.row(key("a.B.work", "x_y")));
        assertNotEquals(session.row(key("a.B.work", "x".repeat(300))), session.row(key("a.B.work", "x".repeat(301))));
        assertNotEquals(
                session.row(key("a.B.Work", "1")).toString().toLowerCase(java.util.Locale.ROOT),
                session.row(key("a.B.work", "1")).toString().toLowerCase(java.util.Locale.ROOT),
                "some file systems do not tell cases apart");
    }

    @Test
    void whatIsWrittenIsRead() {
        SessionFolder session = SessionFolder.create(folder.resolve("s"));
        Path row = session.row(key("a.B.work", "1"));
        SessionFolder.KeptRow kept = new SessionFolder.KeptRow(
                key("a.B.work", "1"),
                row,
                List.of(new SessionFolder.Kept(
                        "base",
                        new SampledFork.Sampled(
                                row.resolve("base-1.jfr"), "JFR", List.of(SampledEvent.CPU), List.of("no luck")))),
                "");
        session.write(Map.of("events", "cpu"), List.of(kept));
        assertEquals(List.of(kept), SessionFolder.read(folder.resolve("s")));
        assertTrue(SessionFolder.isSession(folder.resolve("s").toString()));
        assertThrows(UserError.class, () -> SessionFolder.create(folder.resolve("s")), "never two in one folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "{\"rows\":[1]}", "{\"rows\":[{\"benchmark\":7}]}", "null"})
    void aSessionThatCannotBeReadIsOneLine(String content) throws IOException {
        Files.writeString(folder.resolve("session.json"), content);
        UserError error = assertThrows(UserError.class, () -> SessionFolder.read(folder));
        assertTrue(error.getMessage().contains("session.json"), error::getMessage);
        assertEquals(1, error.getMessage().lines().count());
    }
}
