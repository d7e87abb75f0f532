package io.assay.net.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.assay.harness.api.Reported;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoreTimesTest {
    @TempDir
    private Path folder;

    @AfterEach
    void forget() {
        Reported.clear();
    }

    private Map<Integer, Double> shares(String before, String after) throws Exception {
        Path file = folder.resolve("stat");
        Files.writeString(file, before);
        CoreTimes times = new CoreTimes(file);
        times.start();
        Files.writeString(file, after);
        return times.shares();
    }

    @Test
    void eachCoreHasItsOwn() throws Exception {
        // user nice system idle iowait irq softirq steal guest guest_nice; what is stolen is neither busy nor idle.
        Map<Integer, Double> shares = shares("""
                cpu  1000 0 0 1000 0 0 0 0 0 0
                cpu0 100 10 20 700 5 1 2 30 0 0
                cpu1 500 0 0 500 0 0 0 0 0 0
                intr 1 2 3
                """, """
                cpu  2000 0 0 2000 0 0 0 0 0 0
                cpu0 130 20 30 735 10 6 7 90 30 0
                cpu1 500 0 0 600 0 0 0 0 0 0
                intr 1 2 3
                """);
        assertEquals(Map.of(0, 0.6, 1, 0.0), shares);
    }

    @Test
    void aCoreThatComesOrStandsStillHasNone() throws Exception {
        assertEquals(
                Map.of(7, 1.0),
                shares(
                        "cpu0 5 0 0 5 0 0 0 0\ncpu7 1 0 0 1 0 0 0 0\n",
                        "cpu0 5 0 0 5 0 0 0 0\ncpu1 5 0 0 5 0 0 0 0\ncpu7 2 0 0 1 0 0 0 0\n"));
    }

    @Test
    void aCountThatGoesDownGivesNoShareOutOfRange() throws Exception {
        assertEquals(Map.of(0, 1.0), shares("cpu0 0 0 0 9 9 0 0 0\n", "cpu0 9 0 0 9 3 0 0 0\n"));
    }

    @Test
    void whereNobodyTellsThatIsSaid() {
        CoreTimes none = new CoreTimes(folder.resolve("none"));
        none.start();
        Reported.cores(none.shares());
        assertEquals(Map.of(Reported.CORES_UNTOLD, 1.0), Reported.figures());
    }

    @Test
    void theKernelsOwnLinesAreUnderstood() throws Exception {
        Path stat = Path.of("/proc/stat");
        assumeTrue(Files.isReadable(stat));
        int cores = CoreTimes.parse(Files.readString(stat)).size();
        assertTrue(cores >= Runtime.getRuntime().availableProcessors(), () -> cores + " cores");
    }
}
