package io.assay.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.assay.harness.result.CellsFile;
import io.assay.harness.result.Row;
import io.assay.harness.result.RunFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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

    private ChildProcess run(String implementations, int forks, String... more) throws IOException {
        String[] first = {
            "run",
            "planted.Lying",
            "-p",
            "implementation=" + implementations,
            "--preset",
            "smoke",
            "--forks",
            Integer.toString(forks),
            "-o",
            temp.resolve("run").toString()
        };
        String[] all = new String[first.length + more.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return new ChildProcess(temp.resolve("tmp"), all);
    }

    /** A shell that starts this in the background may have made SIGINT ignored, for us and our children. */
    private static String interrupt() throws IOException {
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

    private static boolean hasKill() throws InterruptedException {
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
    @DisplayName("Ctrl-C keeps what is finished, tells it, and ends with 130 and no process left")
    void interrupted() throws Exception {
        assumeTrue(hasKill(), "no kill command here");
        List<ProcessHandle> children;
        Console console;
        try (ChildProcess child = run("HONEST,PEER", 50)) {
            String said = child.hear(line -> line.contains(" left ") && line.contains(" fork "));
            assertTrue(said.contains(" left "), said);
            children = child.process().descendants().toList();
            String pid = Long.toString(child.process().pid());
            assertEquals(
                    0,
                    new ProcessBuilder("kill", "-" + interrupt(), pid).start().waitFor());
            assertTrue(child.process().waitFor(10, TimeUnit.SECONDS), "ends within seconds");
            console = child.end();
        }
        assertEquals(130, console.status(), console.err());
        for (ProcessHandle fork : children) {
            fork.onExit().get(5, TimeUnit.SECONDS);
        }

        RunFolder folder = RunFolder.open(temp.resolve("run"));
        CellsFile cells = folder.cells();
        long finished = cells.forks().stream()
                .filter(fork -> "ok".equals(fork.get("state")))
                .count();
        long kept = folder.rows().stream()
                .mapToLong(row -> row.primary().raw().length)
                .sum();
        assertEquals(true, cells.run().get("interrupted"));
        assertTrue(finished >= 1 && finished < 100, finished + " forks");
        assertEquals(finished, kept, "jmh-result.json holds the forks that had ended");
        assertFalse(
                cells.cells().stream().anyMatch(cell -> cell.state() == CellsFile.State.FAILED),
                "the fork that was killed is no failure of its cell");
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
        try (ChildProcess child = run("HONEST,NEVER_STARTED", 1, "--json")) {
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
                ChildProcess child = run("HONEST", 1)) {
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
