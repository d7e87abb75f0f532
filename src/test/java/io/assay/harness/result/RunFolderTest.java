package io.assay.harness.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunFolderTest {
    private static final CellsFile NOTHING = new CellsFile(Map.of("seed", 42), List.of(), List.of(), List.of());

    @TempDir
    Path here;

    @Test
    void whatIsWrittenIsReadAgain() {
        Path path = here.resolve("a/b/run");
        RunFolder written = RunFolder.create(path);
        written.write(RunFolder.RESULT, JmhJsonTest.FOUR_MODES);
        written.writeCells(NOTHING);
        written.writeEnvironment(Map.of("cores", 2, "kernel", "6.1"));
        RunFolder read = RunFolder.open(path);
        assertEquals(path, read.path());
        assertEquals(4, read.rows().size());
        assertEquals(NOTHING, read.cells());
        assertEquals(Map.of("cores", 2, "kernel", "6.1"), read.environment());
        assertEquals(List.of("cells.json", "environment.json", "jmh-result.json"), files(path));
    }

    @Test
    void writingAgainReplaces() {
        RunFolder folder = RunFolder.create(here);
        folder.write("summary.md", "a longer text");
        folder.write("summary.md", "short");
        assertEquals("short", text(here.resolve("summary.md")));
    }

    @Test
    void anEmptyFolderIsTakenAndSoIsOneWithOtherFiles() throws IOException {
        Files.writeString(here.resolve("notes.txt"), "mine");
        RunFolder.create(here);
        assertEquals(List.of("notes.txt"), files(here));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jmh-result.json", "cells.json"})
    void aRunIsNeverOverwritten(String file) throws IOException {
        Files.writeString(here.resolve(file), "[]");
        assertTold(() -> RunFolder.create(here), "-o " + here + ": holds a run already");
        assertEquals("[]", text(here.resolve(file)));
    }

    @Test
    void aFolderThatCannotBeMadeIsTold() throws IOException {
        Path file = Files.writeString(here.resolve("file"), "");
        assertTold(() -> RunFolder.create(file), "-o " + file + ": the folder cannot be made");
        assertTold(() -> RunFolder.create(file.resolve("run")), "-o " + file.resolve("run"), "cannot be made");
    }

    @Test
    void aFolderThatCannotBeWrittenIsTold() {
        assumeFalse(System.getProperty("user.name").equals("root"), "root may write everywhere");
        assertTrue(here.toFile().setWritable(false));
        try {
            assertTold(() -> RunFolder.create(here), "-o " + here + ": cannot be written");
        } finally {
            assertTrue(here.toFile().setWritable(true));
        }
    }

    @Test
    void aFileThatCannotBeWrittenLeavesNothingBehind() throws IOException {
        RunFolder folder = RunFolder.create(here);
        // A folder with something in it stands where the file should go.
        Files.createDirectories(here.resolve("summary.md/occupied"));
        assertTold(() -> folder.write("summary.md", "text"), here.resolve("summary.md") + ": cannot be written");
        assertEquals(List.of("summary.md"), files(here));
    }

    @Test
    void aFileBelowAFolderThatIsGoneIsTold() {
        assertTold(
                () -> RunFolder.writeAtomically(here.resolve("gone/report.html"), "text"),
                here.resolve("gone/report.html") + ": cannot be written (NoSuchFileException");
    }

    @Test
    void discardedTheFolderCanBeUsedAgain() throws IOException {
        RunFolder folder = RunFolder.create(here);
        folder.writeCells(NOTHING);
        folder.writeEnvironment(Map.of());
        Files.writeString(here.resolve("notes.txt"), "mine");
        folder.discard();
        assertEquals(List.of("notes.txt"), files(here));
        RunFolder.create(here).discard();
    }

    @Test
    void whatIsNoRunIsTold() {
        assertTold(() -> RunFolder.open(here), here + ": holds no jmh-result.json");
        assertTold(() -> RunFolder.open(here.resolve("gone")), here.resolve("gone") + ": no such folder");
    }

    @Test
    void aRunInWhichNoForkEndedHasNoRows() {
        RunFolder.create(here).writeCells(NOTHING);
        RunFolder folder = RunFolder.open(here);
        assertEquals(List.of(), folder.rows());
        assertTold(folder::environment, here.resolve("environment.json") + ": cannot be read", "incomplete");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "17", "{", "{\"cells\":[", "{}", "text", "{\"cells\":17}"})
    void damagedCellsAreTold(String text) throws IOException {
        Path file = Files.writeString(here.resolve("cells.json"), text);
        assertTold(RunFolder.open(here)::cells, file.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "text"})
    void aDamagedEnvironmentIsTold(String text) throws IOException {
        RunFolder.create(here).writeCells(NOTHING);
        Path file = Files.writeString(here.resolve("environment.json"), text);
        assertTold(RunFolder.open(here)::environment, file.toString());
    }

    private static void assertTold(Executable what, String... parts) {
        String message = assertThrows(UserError.class, what).getMessage();
        assertTrue(message.startsWith(parts[0]), message);
        Arrays.stream(parts).forEach(part -> assertTrue(message.contains(part), message));
        assertEquals(1, message.lines().count(), message);
    }

    private static List<String> files(Path folder) {
        try (var files = Files.list(folder)) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            assertFalse(names.stream().anyMatch(name -> name.endsWith(".part")), names::toString);
            return names;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
