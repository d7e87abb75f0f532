package io.assay.harness.run.version;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.assay.harness.compare.ab.PlantedJar;
import io.assay.harness.result.UserError;
import io.assay.harness.run.Interruption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Builds of a small repository whose {@code mvnw} is a shell script. */
@Timeout(120)
class VersionsTest {
    @TempDir
    Path temp;

    private final List<String> notes = new ArrayList<>();
    private Path project;
    private Interruption interruption;

    @BeforeEach
    void repository() throws Exception {
        assumeTrue(Files.exists(Path.of("/bin/sh")), "the wrapper is a shell script");
        project = Files.createDirectories(temp.resolve("project"));
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        Files.writeString(project.resolve("work.txt"), "100");
        Files.writeString(project.resolve(".gitignore"), "ignored/\n");
        Path empty = PlantedJar.empty(temp);
        // "Builds" the jar that the file names; counts its calls outside of the tree.
        script("echo built $(cat work.txt) >> " + temp.resolve("builds.txt")
                + "; mkdir -p target\ncase $(cat work.txt) in"
                + " broken) echo '[ERROR] no such symbol'; exit 1;;"
                + " nothing) cp " + empty + " target/empty.jar;;"
                + " *) cp " + temp + "/work-$(cat work.txt).jar target/benchmarks.jar;; esac");
        PlantedJar.slower(temp, 100);
        PlantedJar.slower(temp, 105);
        git("init", "-q", "-b", "main");
        commit("one");
        interruption = new Interruption();
    }

    @AfterEach
    void close() {
        if (interruption != null) {
            interruption.close();
        }
    }

    private void script(String body) throws IOException {
        Path wrapper = project.resolve("mvnw");
        Files.writeString(wrapper, "#!/bin/sh\n" + body + "\n");
        assertTrue(wrapper.toFile().setExecutable(true));
    }

    private String git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=t", "-c", "user.email=t@localhost"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), said);
        return said;
    }

    private void commit(String message) throws Exception {
        git("add", "--all");
        git("commit", "-q", "-m", message);
    }

    private Versions versions() {
        return new Versions(project, new BuildCache(temp.resolve("cache")), interruption, notes::add);
    }

    private String error(String name) {
        return assertThrows(UserError.class, () -> versions().named(name)).getMessage();
    }

    private int builds() throws IOException {
        Path log = temp.resolve("builds.txt");
        return Files.exists(log) ? Files.readAllLines(log).size() : 0;
    }

    @Test
    @DisplayName("A commit is built in a worktree that is gone afterwards, and is not built twice")
    void commits() throws Exception {
        Files.writeString(project.resolve("work.txt"), "105");
        commit("two");
        Version before = versions().named("HEAD~1");
        Version after = versions().named("main");
        assertEquals(Files.mismatch(before.jar(), temp.resolve("work-100.jar")), -1);
        assertEquals(Files.mismatch(after.jar(), temp.resolve("work-105.jar")), -1);
        assertFalse(before.sameAs(after));
        assertTrue(before.sameAs(versions().named("HEAD~1")));
        assertEquals(2, builds(), "the third came from the cache");
        assertEquals(1, git("worktree", "list").lines().count());
        assertFalse(Files.exists(project.resolve("target")), "never built in place");
    }

    @Test
    @DisplayName("Uncommitted and untracked work is built, and neither index nor stash nor files change")
    void workingTree() throws Exception {
        Version clean = versions().workingTree();
        assertEquals(Files.mismatch(clean.jar(), temp.resolve("work-100.jar")), -1);
        Files.writeString(project.resolve("work.txt"), "105");
        Files.writeString(project.resolve("added.txt"), "x");
        git("add", "added.txt");
        Files.writeString(project.resolve("untracked.txt"), "x");
        Files.createDirectories(project.resolve("ignored"));
        Files.writeString(project.resolve("ignored/x"), "x");
        String status = git("status", "--porcelain=v2");
        Version dirty = versions().workingTree();
        assertEquals(Files.mismatch(dirty.jar(), temp.resolve("work-105.jar")), -1);
        assertNotEquals(clean.origin(), dirty.origin());
        assertEquals(status, git("status", "--porcelain=v2"));
        assertEquals("", git("stash", "list"));
        assertEquals(1, git("log", "--all", "--oneline").lines().count(), "no branch holds the work");
        assertEquals(1, git("worktree", "list").lines().count());
    }

    @Test
    @DisplayName("A build that fails tells its last lines and where the whole log lies")
    void brokenBuild() throws Exception {
        Files.writeString(project.resolve("work.txt"), "broken");
        commit("broken");
        String said = error("HEAD");
        assertTrue(said.contains("the build of HEAD failed") && said.contains("no such symbol"), said);
        Path log = Path.of(said.replaceAll("(?s).*whole log: (.*?);.*", "$1"));
        assertTrue(Files.readString(log).contains("no such symbol"));
        Files.delete(log);
        assertEquals(1, git("worktree", "list").lines().count());
        Files.writeString(project.resolve("work.txt"), "nothing");
        commit("nothing");
        assertTrue(error("HEAD").contains("made no jar with benchmarks"), error("HEAD"));
    }

    @Test
    @DisplayName("What is neither a jar nor a commit is refused in one line")
    void refused() throws Exception {
        List<String> said = new ArrayList<>();
        said.add(error("nosuchref"));
        said.add(error("nosuch.jar"));
        said.add(error("pom.xml"));
        said.add(error(PlantedJar.empty(temp).toString()));
        said.add(error("--all"));
        assertTrue(said.get(0).contains("neither a file nor a commit"), said.get(0));
        assertTrue(said.get(1).contains("no such file"), said.get(1));
        assertTrue(said.get(2).contains("is no jar"), said.get(2));
        assertTrue(said.get(3).contains("holds no benchmarks"), said.get(3));
        said.forEach(line -> assertEquals(1, line.lines().count(), line));
        Path elsewhere = Files.createDirectories(temp.resolve("elsewhere"));
        Versions outside = new Versions(elsewhere, new BuildCache(temp.resolve("cache")), interruption, notes::add);
        String none = assertThrows(UserError.class, outside::workingTree).getMessage();
        assertTrue(none.contains("no git repository"), none);
        git("rm", "-q", "pom.xml");
        commit("no pom");
        assertTrue(error("HEAD").contains("no pom.xml"), error("HEAD"));
    }
}
