package io.assay.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.assay.harness.api.Heap;
import io.assay.harness.compare.ab.PlantedJar;
import io.assay.harness.result.JmhJson;
import io.assay.harness.result.Row;
import io.assay.harness.run.QuickProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.jr.ob.JSON;

/** {@code assay ab} as people start it, on tiny jars. */
@Timeout(240)
class AbCommandTest {
    private static final List<String> BRIEF =
            List.of("--warmup-iterations", "1", "--warmup-time", "10ms", "--iterations", "2", "--time", "10ms");

    @TempDir
    Path temp;

    private static void refused(String part, String... args) {
        List<String> all = new ArrayList<>(List.of("ab"));
        all.addAll(List.of(args));
        Console console = Console.of(all.toArray(String[]::new));
        assertEquals(2, console.status(), console.err());
        List<String> said = console.errLines().stream()
                .filter(line -> line.startsWith("assay: "))
                .toList();
        assertEquals(1, said.size(), console.err());
        assertTrue(said.get(0).contains(part), console.err());
        assertEquals("", console.out());
    }

    /** Under a profile for forks of a second. */
    private String[] args(Path base, Path head, String... more) {
        return words(base, head, List.of("--profile", QuickProfile.file(temp).toString()), more);
    }

    private String[] words(Path base, Path head, List<String> profile, String... more) {
        List<String> args = new ArrayList<>(List.of("ab", "--base", base.toString(), "--head", head.toString()));
        args.addAll(BRIEF);
        args.addAll(profile);
        args.addAll(List.of("-o", temp.resolve("out").toString(), "--seed", "3"));
        args.addAll(List.of(more));
        return args.toArray(String[]::new);
    }

    @Test
    @DisplayName("What cannot be used is refused in one line, before anything is built or run")
    void refused() throws IOException {
        Path jar = PlantedJar.slower(temp, 100);
        Path empty = PlantedJar.empty(temp);
        String base = jar.toString();
        refused("--base", "--head", base);
        refused("no such file", "--base", temp.resolve("none.jar").toString(), "--head", base);
        refused("holds no benchmarks", "--base", base, "--head", empty.toString());
        refused("neither a file nor a commit", "--base", "no-such-branch", "--head", base);
        refused("no benchmark matches 'Growin7'; nearest: ", "--base", base, "--head", base, "Growin7");
        refused("no regular expression", "--base", base, "--head", base, "[");
        refused("-p n", "--base", base, "--head", base, "-p", "n=1");
        refused("no length of time", "--base", base, "--head", base, "--budget", "soon");
        refused("no percentage", "--base", base, "--head", base, "--threshold", "much");
        refused("cannot be read", "--base", base, "--head", base, "--thresholds", temp + "/none");
        refused(
                "hold no block",
                "--base",
                base,
                "--head",
                base,
                "Growing.*rate",
                "--budget",
                "100ms",
                "-o",
                temp.resolve("short").toString());
        refused("at least 1", "--base", base, "--head", base, "--iterations", "0");
        refused("no profile", "--base", base, "--head", base, "--profile", "nosuch");
    }

    @Test
    @DisplayName(
            "A rate of a jar that does forty times the work: slower after few forks, status 1, JSON alone on standard output, the"
                    + " same in ab.json, every fork kept, sides for 'compare'")
    void json() throws IOException {
        Path base = PlantedJar.slower(temp, 100);
        Path head = PlantedJar.slower(temp, 4_000);
        Path gate = Files.writeString(temp.resolve("gate"), "threshold = 20%\nthreshold.Growing = 50%\n");
        Console console = Console.of(args(
                base,
                head,
                "Growing.*rate",
                "-p",
                "way=WORKS",
                "--forks",
                "40",
                "--format",
                "json",
                "--threshold",
                "10%",
                "--thresholds",
                gate.toString()));
        assertEquals(1, console.status(), console.err());
        Map<String, Object> result = JSON.std.mapFrom(console.out());
        List<Map<?, ?>> scores = new ArrayList<>();
        for (Object row : (List<?>) result.get("rows")) {
            if (((Map<?, ?>) row).get("metric").equals("score")) {
                scores.add((Map<?, ?>) row);
            }
        }
        assertEquals(1, scores.size(), scores.toString());
        Map<?, ?> row = scores.get(0);
        assertTrue(
                row.keySet()
                        .containsAll(Set.of(
                                "benchmark",
                                "params",
                                "mode",
                                "unit",
                                "metric",
                                "base",
                                "head",
                                "ratio",
                                "low",
                                "high",
                                "verdict",
                                "forks",
                                "warnings")),
                row.toString());
        assertEquals("slower", row.get("verdict"));
        assertEquals(0.5, row.get("threshold"), "the line with a pattern goes first");
        assertTrue(number(row, "head") < number(row, "base"), "the scores are rates: " + row);
        assertTrue(number(row, "ratio") > 10, "slower is above 1 whatever the mode: " + row);
        assertTrue(number(row, "low") > 1, row::toString);
        assertTrue(number(row, "forks") < 40, "stopped when it was sure: " + row);
        Row measured = JmhJson.read(temp.resolve("out/base.json")).get(0);
        assertEquals(row.get("benchmark"), measured.key().benchmark());
        assertEquals(number(row, "forks"), measured.primary().raw().length, "every fork is in the JMH result");
        assertTrue(measured.jvmArgs().contains("-Xmx" + Heap.DEFAULT + "m"), "as a run: " + measured.jvmArgs());
        assertTrue(result.get("gate").toString().contains("threshold 50%"), result.toString());
        String environment = Files.readString(temp.resolve("out/environment.json"));
        assertTrue(environment.contains("work-4000.jar") && environment.contains("stealPercent"), environment);
        assertEquals(console.out(), Files.readString(temp.resolve("out/ab.json")));
        assertTrue(console.err().contains("head/base"), console.err());
        Console compared = Console.of(
                "compare",
                temp.resolve("out/base.json").toString(),
                temp.resolve("out/head.json").toString());
        assertEquals(1, compared.status(), compared.err());
        Console again = Console.of(args(base, head, "Growing.*rate"));
        assertEquals(2, again.status());
        assertTrue(again.err().contains("holds an A/B run already"), again.err());
    }

    private static double number(Map<?, ?> row, String key) {
        return ((Number) row.get(key)).doubleValue();
    }

    @Test
    @DisplayName("The same jar twice: said to be an A/A run, status 0, nothing red")
    void sameCode() throws IOException {
        Path jar = PlantedJar.slower(temp, 100);
        Console console = Console.of(words(jar, jar, List.of(), "Growing.*work", "-p", "way=WORKS", "--forks", "1"));
        assertEquals(0, console.status(), console.err());
        assertTrue(console.out().contains("SAME_CODE"), console.out());
        assertTrue(console.err().contains("A/A run"), console.err());
    }

    @Test
    @DisplayName("A benchmark that throws: its row unusable with the cause, status 1")
    void failing() throws IOException {
        Path jar = PlantedJar.slower(temp, 100);
        Console console = Console.of(args(jar, jar, "Growing.*work", "-p", "way=THROWS"));
        assertEquals(1, console.status(), console.err());
        assertTrue(console.out().contains("IllegalStateException: planted"), console.out());
        assertTrue(console.out().contains("work[way=THROWS] could not be measured"), console.out());
        assertTrue(console.out().contains("verdict: FAILED"), console.out());
        assertFalse(console.out().contains("passed"), console.out());
    }

    private static void interrupt(ChildProcess child) throws Exception {
        String pid = Long.toString(child.process().pid());
        assertEquals(
                0,
                new ProcessBuilder("kill", "-" + RunProcessTest.interrupt(), pid)
                        .start()
                        .waitFor());
        assertTrue(child.process().waitFor(60, TimeUnit.SECONDS), "ends by itself");
    }

    private static void assertNothingLeft(Path temporary) throws IOException {
        try (var files = Files.list(temporary)) {
            List<String> left = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("assay-ab"))
                    .toList();
            assertEquals(List.of(), left);
        }
    }

    @Test
    @DisplayName("Ctrl-C tells the verdicts so far, keeps the forks, removes what is temporary, and ends with 130")
    void interrupted() throws Exception {
        assumeTrue(RunProcessTest.hasKill(), "no kill command here");
        Path jar = PlantedJar.slower(temp, 100);
        Path temporary = temp.resolve("tmp");
        Console console;
        try (ChildProcess child = new ChildProcess(temporary, args(jar, jar, "Growing.*work", "-p", "way=WORKS"))) {
            child.hear(line -> line.contains("block 1: "));
            interrupt(child);
            console = child.end();
        }
        assertEquals(130, console.status(), console.err());
        assertTrue(console.out().contains("INTERRUPTED"), console.out() + console.err());
        assertTrue(Files.exists(temp.resolve("out/base.json")) && Files.exists(temp.resolve("out/ab.json")));
        assertNothingLeft(temporary);
    }

    @Test
    @DisplayName("Ctrl-C during a build removes the worktree")
    void interruptedBuild() throws Exception {
        assumeTrue(RunProcessTest.hasKill() && Files.exists(Path.of("/bin/sh")), "no kill command or shell here");
        Path project = Files.createDirectories(temp.resolve("project"));
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        Path wrapper = Files.writeString(project.resolve("mvnw"), "#!/bin/sh\nexec sleep 600\n");
        assertTrue(wrapper.toFile().setExecutable(true));
        Files.createDirectories(project.resolve("profiles"));
        Files.copy(Path.of("profiles/default.properties"), project.resolve("profiles/default.properties"));
        git(project, "init", "-q");
        git(project, "add", "--all");
        git(project, "-c", "user.name=t", "-c", "user.email=t@localhost", "commit", "-q", "-m", "one");
        Path temporary = temp.resolve("tmp");
        Console console;
        try (ChildProcess child = new ChildProcess(project, temporary, "ab", "--base", "HEAD")) {
            child.hear(line -> line.contains("building"));
            interrupt(child);
            console = child.end();
        }
        assertEquals(130, console.status(), console.err());
        assertFalse(console.err().contains("\tat "), console.err());
        assertEquals(1, git(project, "worktree", "list").lines().count());
        assertNothingLeft(temporary);
    }

    private static String git(Path folder, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), said);
        return said;
    }
}
