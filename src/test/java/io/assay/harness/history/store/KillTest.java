package io.assay.harness.history.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.LeanClassPath;
import io.assay.harness.history.RecordedRun;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed (SIGKILL) while it records; {@code -Dhistory.kills=100} for as many. */
class KillTest {
    static final int ROWS = 60;

    private static final List<String> LIBRARIES =
            List.of("sqlite-jdbc", "flyway", "jackson", "slf4j", "commons", "jspecify", "jmh-core");

    @TempDir
    Path temp;

    @Test
    @DisplayName("Killed at any moment, what was said to be kept is there, and what is there is whole")
    void killed() throws Exception {
        int kills = Integer.getInteger("history.kills", 5);
        StoreUrl url = StoreUrl.of(temp.resolve("history.db").toString());
        Random random = new Random(Long.getLong("history.seed", 1));
        Set<Integer> kept = new TreeSet<>();
        int next = 0;
        int inTheMiddle = 0;
        for (int kill = 0; kill < kills; kill++) {
            // Every third child dies while it opens or migrates, the others while they record.
            int after = kill % 3 == 0 ? 0 : 1 + random.nextInt(6);
            int begun = child(url, next, after, random.nextInt(4_000_000), kept);
            next = Math.max(next, begun + 1);
            Set<Integer> there = there(url);
            assertTrue(there.containsAll(kept), () -> "lost: kept " + kept + ", there " + there);
            inTheMiddle += there.contains(begun) ? 0 : 1;
            assertEquals(Set.of(ROWS), measurements(url, there), "a torn run");
        }
        System.out.println(kills + " kills, " + kept.size() + " runs kept, " + inTheMiddle + " died on the way");
        assertTrue(!kept.isEmpty());
    }

    /** Starts a child, lets it keep some runs, and kills it some nanoseconds later; the last run that it had begun. */
    private int child(StoreUrl url, int first, int after, int nanos, Set<Integer> kept) throws Exception {
        Path folder = Files.createDirectories(temp.resolve("results"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        LeanClassPath.of(LIBRARIES),
                        RecordingChild.class.getName(),
                        folder.toString(),
                        temp.resolve("history.db").toString(),
                        Integer.toString(first))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int begun = first - 1;
        try (BufferedReader said = new BufferedReader(new java.io.InputStreamReader(process.getInputStream(), UTF_8))) {
            int count = 0;
            boolean dying = false;
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                int number = line.startsWith("open") ? -1 : Integer.parseInt(line.substring(line.indexOf(' ') + 1));
                begun = line.startsWith("begin") ? number : begun;
                if (line.startsWith("kept")) {
                    kept.add(number);
                    count++;
                }
                if (!dying && count >= after) {
                    for (long until = System.nanoTime() + nanos; System.nanoTime() < until; ) {
                        Thread.onSpinWait();
                    }
                    // The process's own method would close the pipe that its last words are in.
                    process.toHandle().destroyForcibly();
                    dying = true;
                }
            }
        }
        process.waitFor();
        return begun;
    }

    private static Set<Integer> there(StoreUrl url) {
        try (HistoryStore store = HistoryStore.open(url)) {
            return store.read().runs().stream()
                    .map(RecordedRun::commit)
                    .map(commit -> Integer.valueOf(commit.substring("commit".length())))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<Integer> measurements(StoreUrl url, Set<Integer> there) throws Exception {
        Set<Integer> counts = new TreeSet<>();
        try (var connection = java.sql.DriverManager.getConnection(url.forDriver());
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "SELECT r.id, COUNT(m.run_id) FROM assay_run r LEFT JOIN assay_measurement m ON m.run_id = r.id "
                                + "GROUP BY r.id")) {
            while (row.next()) {
                counts.add(row.getInt(2));
            }
        }
        return there.isEmpty() ? Set.of(ROWS) : counts;
    }
}
