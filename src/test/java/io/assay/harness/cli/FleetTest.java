package io.assay.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.result.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.jr.ob.JSON;

@DisplayName("Shards of several machines, put together and recorded")
class FleetTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/run");

    @TempDir
    Path temp;

    private Path first;
    private Path second;

    /** The golden run, its rows dealt out to two machines. */
    @BeforeEach
    void split() throws IOException {
        first = shard("1/2", 0, "Example CPU");
        second = shard("2/2", 1, "Other CPU");
    }

    private Path shard(String name, int parity, String cpu) throws IOException {
        Path folder = Files.createDirectories(temp.resolve("shard-" + name.charAt(0)));
        List<Object> rows = new ArrayList<>();
        List<Object> all = JSON.std.listFrom(Files.readString(GOLDEN.resolve(RunFolder.RESULT)));
        for (int i = parity; i < all.size(); i += 2) {
            rows.add(all.get(i));
        }
        Files.writeString(folder.resolve(RunFolder.RESULT), JSON.std.asString(rows));
        Map<String, Object> cells =
                new LinkedHashMap<>(JSON.std.mapFrom(Files.readString(GOLDEN.resolve("cells.json"))));
        List<Object> own = new ArrayList<>();
        List<Object> forks = new ArrayList<>();
        List<?> allCells = (List<?>) cells.get("cells");
        for (int i = 0; i < allCells.size(); i++) {
            Map<?, ?> cell = (Map<?, ?>) allCells.get(i);
            boolean here = rows.stream().anyMatch(row -> same((Map<?, ?>) row, cell));
            if (here) {
                for (Object fork : (List<?>) cells.get("forks")) {
                    if (((Map<?, ?>) fork).get("cell").equals(i)) {
                        Map<Object, Object> moved = new LinkedHashMap<>((Map<?, ?>) fork);
                        moved.put("cell", own.size());
                        forks.add(moved);
                    }
                }
                own.add(cell);
            }
        }
        cells.put("cells", own);
        cells.put("forks", forks);
        cells.put("warnings", List.of());
        cells.put("shard", name);
        Files.writeString(folder.resolve("cells.json"), JSON.std.asString(cells));
        Files.writeString(
                folder.resolve("environment.json"),
                Files.readString(GOLDEN.resolve("environment.json"))
                        .replaceFirst("(\"model\"\\s*:\\s*\")[^\"]*", "$1" + cpu));
        return folder;
    }

    private static boolean same(Map<?, ?> row, Map<?, ?> cell) {
        Object params = row.get("params") == null ? Map.of() : row.get("params");
        return row.get("benchmark").equals(cell.get("benchmark")) && params.equals(cell.get("params"));
    }

    private static int forks(Path folder) {
        return RunFolder.open(folder).cells().forks().size();
    }

    private Path merged() {
        Path all = temp.resolve("all");
        Console console = Console.of("merge", first.toString(), second.toString(), "-o", all.toString());
        assertEquals(0, console.status(), console.err());
        assertTrue(console.err().contains("another machine"), console.err());
        assertTrue(console.err().contains("cpu.model: Example CPU, Other CPU"), console.err());
        return all;
    }

    @Test
    @DisplayName("What was one run is one run again: rows, cells, forks; every command takes it")
    void wholeAgain() throws IOException {
        Path all = merged();
        RunFolder whole = RunFolder.open(GOLDEN);
        RunFolder merged = RunFolder.open(all);
        assertEquals(whole.rows().size(), merged.rows().size());
        assertEquals(forks(first) + forks(second), merged.cells().forks().size());
        assertTrue(merged.environment().toString().contains("Example CPU | Other CPU"));
        assertEquals(2, ((List<?>) merged.environment().get("machines")).size());
        assertEquals(0, Console.of("compare", all.toString(), all.toString()).status());
        assertEquals(0, Console.of("report", all.toString()).status());
        assertTrue(Files.size(all.resolve("summary.md")) > 100);
        Path store = temp.resolve("h.db");
        Console record = Console.of("record", all.toString(), "--store", store.toString());
        assertEquals(0, record.status(), record.err());
        Console history = Console.of("history", "find", "--format", "json", "--store", store.toString());
        assertTrue(history.out().contains("Example CPU") && history.out().contains("Other CPU"), history.out());
    }

    @Test
    @DisplayName("Refused: the same rows twice, other commits, a plain JMH result, a folder that holds a run")
    void refused() throws IOException {
        Path all = temp.resolve("all");
        refused(Console.of("merge", first.toString(), first.toString(), "-o", all.toString()), "both measured");
        Path environment = second.resolve("environment.json");
        String text = Files.readString(environment);
        Files.writeString(environment, text.replace("0123456789abcdef0123456789abcdef01234567", "f".repeat(40)));
        refused(Console.of("merge", first.toString(), second.toString(), "-o", all.toString()), "not one run");
        Files.writeString(environment, text);
        Path plain = Files.createDirectory(temp.resolve("plain"));
        Files.copy(first.resolve(RunFolder.RESULT), plain.resolve(RunFolder.RESULT));
        refused(Console.of("merge", first.toString(), plain.toString(), "-o", all.toString()), "no run folder");
        assertFalse(Files.exists(all));
        refused(Console.of("merge", first.toString(), "-o", second.toString()), "holds a run already");
    }

    @Test
    @DisplayName("Uncommitted work is told: one commit may then be two programs")
    void uncommitted() throws IOException {
        Path environment = second.resolve("environment.json");
        String text = Files.readString(environment);
        assertTrue(text.contains("clean"), text);
        Files.writeString(environment, text.replaceFirst("clean", "dirty"));
        Console console = Console.of(
                "merge",
                first.toString(),
                second.toString(),
                "-o",
                temp.resolve("dirty").toString());
        assertEquals(0, console.status(), console::err);
        assertTrue(console.err().contains("uncommitted changes"), console.err());
        assertTrue(console.err().contains(second.getFileName().toString()), console.err());
    }

    @Test
    @DisplayName("A shard that is missing, and other seeds, are told")
    void told() throws IOException {
        Path all = temp.resolve("some");
        Console one = Console.of("merge", first.toString(), "-o", all.toString());
        assertTrue(one.err().contains("missing shards: 2/2"), one.err());
        Path cells = second.resolve("cells.json");
        Files.writeString(cells, Files.readString(cells).replaceFirst("\"seed\":42", "\"seed\":43"));
        Console two = Console.of(
                "merge",
                first.toString(),
                second.toString(),
                "-o",
                temp.resolve("two").toString());
        assertTrue(two.err().contains("different seeds: 42, 43"), two.err());
        assertTrue(Files.readString(temp.resolve("two/cells.json")).contains("different seeds"));
    }

    private static void refused(Console console, String said) {
        assertEquals(2, console.status(), console.out());
        assertTrue(console.err().contains(said), console.err());
        assertEquals(1, console.errLines().size(), console.err());
    }
}
