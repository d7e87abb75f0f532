package io.assay.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a fork is told by its system properties is what is in force in it. */
class ForkTest {
    @Test
    void runsOnTheContainersThatItIsTold() throws Exception {
        assertEquals("agrona OfInt of AgronaMaps, null refused", fork("-Dassay.containers=agrona"));
    }

    @Test
    void checksOffLeavesNullToTheLibrary() throws Exception {
        assertEquals(
                "fastutil OfInt of FastutilMaps, null stored",
                fork("-Dassay.containers=fastutil", "-Dassay.checks=false"));
    }

    @Test
    void anUnknownNameStopsItWithTheMend() throws Exception {
        String output = fork("-Dassay.containers=absl");
        assertTrue(output.contains("-Dassay.containers=absl: no containers of this name; use jdk, "), output);
    }

    private static String fork(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Probe.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.strip();
    }

    /** Runs in the fork. */
    static final class Probe {
        private Probe() {}

        public static void main(String[] args) {
            IntMap<String> map = Containers.ACTIVE.intMap(1);
            Class<?> type = map.getClass();
            System.out.printf(
                    "%s %s of %s, null %s%n",
                    Containers.ACTIVE,
                    type.getSimpleName(),
                    type.getEnclosingClass().getSimpleName(),
                    refusesNull(map) ? "refused" : "stored");
        }

        private static boolean refusesNull(IntMap<String> map) {
            try {
                map.put(1, null);
                return false;
            } catch (NullPointerException refused) {
                return true;
            }
        }
    }
}
