package io.assay.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.assay.harness.result.CellsFile;
import io.assay.harness.result.Row;
import io.assay.harness.result.RunFolder;
import io.assay.harness.run.QuickProfile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.jr.ob.JSON;

/** {@code assay run} as people start it: what only a process of its own can show. */
@Timeout(120)
class RunProcessTest {
    @TempDir
    Path temp;

    /** Under a profile for forks of a second. */
    private ChildProcess run(String... what) throws IOException {
        List<String> args = new ArrayList<>(List.of(what));
        args.addAll(List.of("--profile", QuickProfile.file(temp).toString()));
        return plain(args.toArray(String[]::new));
    }

    private ChildProcess plain(String... what) throws IOException {
        List<String> args = new ArrayList<>(List.of("run", "--preset", "smoke", "--forks", "1"));
        args.addAll(List.of("-o", temp.resolve("run").toString()));
        args.addAll(List.of(what));
        return new ChildProcess(temp.resolve("tmp"), args.toArray(String[]::new));
    }

    /** A shell that starts this in the background may have made SIGINT ignored, for us and our children. */
    static String interrupt() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (Files.isReadable(status)) {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("SigIgn:")
                        && (Long.parseLong(line.substring(7).strip(), 16) & 2) != 0) {
                    return "TERM";
                }
            }
        }
        return "INT";
    }

    static boolean hasKill() throws InterruptedException {
        try {
            return new ProcessBuilder("kill", "-l")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    @DisplayName("Ctrl-C kills the fork, hung or not, keeps and tells what is finished, and ends with 130")
    void interrupted() throws Exception {
        assumeTrue(hasKill(), "no kill command here");
        List<ProcessHandle> children;
        Console console;
        // With this seed the fork that hangs is the last of three; the interrupt comes while it is being started.
        try (ChildProcess child = run("planted.Breaking", "-p", "way=FINE,HANGS", "--seed", "7")) {
            String said = child.hear(line -> line.startsWith("2/3 "));
            assertTrue(said.contains("[way=FINE] fork 1") && said.contains("EmptyBenchmark.empty fork 1"), said);
            children = child.process().descendants().toList();
            String pid = Long.toString(child.process().pid());
            assertEquals(
                    0,
                    new ProcessBuilder("kill", "-" + interrupt(), pid).start().waitFor());
            assertTrue(child.process().waitFor(60, TimeUnit.SECONDS), "ends by itself");
            console = child.end();
        }
        assertEquals(130, console.status(), console.err());
        for (ProcessHandle fork : children) {
            fork.onExit().get(60, TimeUnit.SECONDS);
        }

        RunFolder folder = RunFolder.open(temp.resolve("run"));
        CellsFile cells = folder.cells();
        assertEquals(true, cells.run().get("interrupted"));
        assertEquals(
                List.of("FINE ok", "HANGS n/a", "null ok"),
                cells.cells().stream()
                        .map(cell -> cell.key().params().get("way") + " "
                                + cell.state().text())
                        .toList(),
                "the fork that was killed is no failure of its cell");
        assertEquals(2, folder.rows().size(), "jmh-result.json holds the forks that had ended");
        assertTrue(console.out().contains("INTERRUPTED"), console.out());
        assertTrue(Files.readString(temp.resolve("run/summary.md")).contains("INTERRUPTED"));
        assertTrue(Files.readString(temp.resolve("run/report.html")).endsWith("</html>\n"));
        try (var files = Files.list(temp.resolve("run"))) {
            assertTrue(files.noneMatch(file -> file.toString().endsWith(".part")), "no torn file");
        }
    }

    @Test
    @DisplayName("--json prints JSON on standard output and nothing else; a row that lies ends the run with 1")
    void json() throws Exception {
        Console console;
        try (ChildProcess child = plain("planted.Lying", "-p", "implementation=HONEST,NEVER_STARTED", "--json")) {
            console = child.end();
        }
        assertEquals(1, console.status(), console.err());
        Map<String, Object> result = JSON.std.mapFrom(console.out());
        List<?> rows = (List<?>) result.get("rows");
        assertEquals(2, rows.size());
        List<Row> measured = RunFolder.open(temp.resolve("run")).rows();
        assertEquals(3, measured.size(), "both, and the floor");
        for (Object row : rows) {
            Map<?, ?> entry = (Map<?, ?>) row;
            boolean liar = entry.get("params").equals(Map.of("implementation", "NEVER_STARTED"));
            assertEquals(liar, entry.get("warnings").toString().contains("ZERO_ITEMS"), entry.toString());
            assertEquals(1, entry.get("forks"));
            assertTrue(((Number) entry.get("score")).doubleValue() > 0);
        }
    }

    @Test
    @DisplayName("Another JMH on the machine: status 2, one line, and the folder can be used again")
    void jmhIsBusy() throws Exception {
        Path temporary = Files.createDirectories(temp.resolve("tmp"));
        try (FileChannel lock = FileChannel.open(
                        temporary.resolve("jmh.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = lock.lock();
                ChildProcess child = run("planted.Lying")) {
            Console console = child.end();
            assertTrue(held.isValid());
            assertEquals(2, console.status(), console.err());
            List<String> complaints = console.errLines().stream()
                    .filter(line -> line.startsWith("assay: "))
                    .toList();
            assertEquals(1, complaints.size(), console.err());
            assertTrue(complaints.get(0).contains("another JMH is running"), console.err());
            assertFalse(console.err().contains("\tat "), console.err());
            assertEquals("", console.out());
        }
        RunFolder.create(temp.resolve("run"));
    }
}
