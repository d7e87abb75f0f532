package io.assay.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.result.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfilesTest {
    @TempDir
    Path here;

    @Test
    void everyKeyArrives() {
        profile(
                "all",
                "# a comment, an indented one, and blank lines",
                "  # description = none",
                "   ",
                "",
                "description = all keys = at once",
                "gc=parallel",
                "  heap = 2g  ",
                "containers = agrona",
                "checks = off",
                "jvm = -XX:+AlwaysPreTouch   -Dx=y=z",
                "env.LD_PRELOAD = /lib/a.so",
                "install = apt-get install a",
                "matrix = off",
                "env.EMPTY =");
        assertEquals(
                new Profile(
                        "all",
                        "all keys = at once",
                        Collector.PARALLEL,
                        Optional.of(2048),
                        "agrona",
                        false,
                        List.of("-XX:+AlwaysPreTouch", "-Dx=y=z"),
                        Map.of("LD_PRELOAD", "/lib/a.so", "EMPTY", ""),
                        Optional.of("apt-get install a"),
                        false,
                        "profiles/all.properties"),
                load("all"));
    }

    @Test
    void anEmptyFileIsTheDefault() {
        profile("empty");
        Profile empty = load("empty");
        assertEquals(Collector.G1, empty.collector());
        assertEquals(Optional.empty(), empty.heap());
        assertEquals("jdk", empty.containers());
        assertTrue(empty.checks());
        assertEquals(List.of(), empty.jvmFlags());
        assertEquals(Map.of(), empty.environment());
        assertTrue(empty.inMatrix());
    }

    @ParameterizedTest
    @EnumSource
    void everyCollectorHasItsKey(Collector collector) {
        profile("p", "gc = " + collector.key());
        assertEquals(collector, load("p").collector());
    }

    @ParameterizedTest
    @CsvSource({"8m,8", "512m,512", "512M,512", "2g,2048", "2G,2048", "999999m,999999", "999999g,1023998976"})
    void heapSizes(String text, int mebibytes) {
        profile("p", "heap = " + text);
        assertEquals(Optional.of(mebibytes), load("p").heap());
    }

    @Test
    void theNearerFileWinsKeyByKey() {
        profile("top", "gc = serial", "heap = 64m", "checks = off", "env.A = top", "env.B = top");
        profile("middle", "extends = top", "gc = zgc", "env.A = middle");
        profile("leaf", "heap = 128m", "extends = middle");
        Profile leaf = load("leaf");
        assertEquals("leaf", leaf.name());
        assertEquals("profiles/leaf.properties", leaf.origin());
        assertEquals(Collector.ZGC, leaf.collector());
        assertEquals(Optional.of(128), leaf.heap());
        assertFalse(leaf.checks());
        assertEquals(Map.of("A", "middle", "B", "top"), leaf.environment());
    }

    @Test
    void anErrorInAnAncestorIsToldWithTheAncestorsLine() {
        profile("top", "gc = serial", "heap = lots");
        profile("leaf", "extends = top");
        assertTold("leaf", "profiles/top.properties:2: heap 'lots' is no size");
    }

    @Test
    void circlesAreToldWithTheLineThatClosesThem() {
        profile("a", "gc = g1", "extends = b");
        profile("b", "# here", "", "extends = a");
        assertTold(
                "a",
                "profiles/b.properties:3: ",
                "in a circle (profiles/a.properties -> profiles/b.properties -> profiles/a.properties)");
        profile("self", "extends = self");
        assertTold("self", "profiles/self.properties:1: ", "circle");
    }

    @Test
    void aMissingParentIsToldWithThePlaceThatAskedForIt() {
        profile("orphan", "gc = g1", "extends = nobody");
        assertTold("orphan", "profiles/orphan.properties:2: no profile 'nobody'");
        profile("lost", "extends = ./gone.properties");
        assertTold("lost", "profiles/lost.properties:1: profile file ./gone.properties cannot be read");
        profile("impossible", "extends = a\0/b");
        assertTold("impossible", "profiles/impossible.properties:1: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "hepa = 512m | unknown key 'hepa'; known are description, extends, gc, heap",
                "env. = x | unknown key 'env.'",
                "env.-i = x | '-i' can be no variable's name; write letters, digits and _",
                "env.A B = x | 'A B' can be no variable's name",
                "GC = g1 | unknown key 'GC'",
                "gc = cms | unknown collector 'cms'; known are serial, parallel, g1, zgc, zgc-generational",
                "gc = | unknown collector ''",
                "heap = 512 | heap '512' is no size; write 512m or 2g",
                "heap = 4m | heap '4m' is no size",
                "heap = 0g | heap '0g' is no size",
                "heap = 9999999g | heap '9999999g' is no size",
                "heap = -512m | heap '-512m' is no size",
                "containers = trove | unknown containers 'trove'; known are jdk, fastutil, agrona",
                "checks = yes | checks are 'on' or 'off', not 'yes'",
                "matrix = false | matrix is 'on' or 'off', not 'false'",
                "jvm = -ea XX:+UseNUMA | 'XX:+UseNUMA' is no JVM flag; flags start with '-'",
                "jvm = -ea -Xmx1g | '-Xmx1g' sets the heap; use 'heap = SIZE'",
                "jvm = -Xms1g | '-Xms1g' sets the heap",
                "jvm = -Xmn1g | '-Xmn1g' sets the heap",
                "jvm = -XX:MaxHeapSize=1g | '-XX:MaxHeapSize=1g' sets the heap",
                "jvm = -XX:InitialHeapSize=1g | '-XX:InitialHeapSize=1g' sets the heap",
                "jvm = -XX:+IgnoreUnrecognizedVMOptions | would hide a mistyped flag; remove it",
                "just words | expected 'key = value', found 'just words'",
                "= g1 | expected 'key = value', found '= g1'",
                "description = again | 'description' stands in line 1 already; keep one",
            })
    void mistakesAreToldWithFileAndLine(String line, String told) {
        profile("bad", "description = all is well here", "", line);
        assertTold("bad", "profiles/bad.properties:3: ", told);
    }

    @Test
    void aFileIsTakenByItsPath() {
        write("elsewhere/mine.properties", "gc = epsilon");
        Profile mine = load("elsewhere/mine.properties");
        assertEquals("mine", mine.name());
        assertEquals("elsewhere/mine.properties", mine.origin());
        assertEquals(Collector.EPSILON, mine.collector());
        String absolute = here.resolve("elsewhere/mine.properties").toString();
        assertEquals(Collector.EPSILON, load(absolute).collector());
        write("beside.properties", "gc = serial");
        assertEquals(Collector.SERIAL, load("beside.properties").collector());
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        assertTold("gone.properties", "profile file gone.properties cannot be read (NoSuchFileException)");
        Files.write(here.resolve("latin.properties"), "description = caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertTold("latin.properties", "profile file latin.properties cannot be read");
    }

    @Test
    void aNameIsLookedForHereThenOnTheClassPath() {
        assertEquals(Collector.SERIAL, load("packed").collector());
        assertEquals("profiles/packed.properties", load("packed").origin());
        profile("packed", "gc = zgc");
        assertEquals(Collector.ZGC, load("packed").collector());
    }

    @Test
    void aLocalProfileMayExtendOneOnTheClassPath() {
        profile("leaf", "extends = packed", "heap = 64m");
        assertEquals(Collector.SERIAL, load("leaf").collector());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "Mine", " "})
    void anUnknownNameListsTheKnown(String name) {
        profile("mine");
        profile("yours");
        write("profiles/notes.txt", "no profile");
        assertTold(name, "no profile '" + name + "'", "here are: mine, yours");
    }

    @Test
    void theProfilesOfTheProjectLoad() throws IOException {
        try (var files = Files.list(Path.of("profiles"))) {
            List<Path> all = files.toList();
            assertFalse(all.isEmpty());
            for (Path file : all) {
                Profile profile = new Profiles(Path.of("")).load(file.toString());
                assertFalse(profile.description().isBlank(), file::toString);
            }
        }
    }

    @Test
    void theFiveRowsAreTheReferences() {
        Profiles project = new Profiles(Path.of(""));
        assertRow(project.load("jdk-g1"), "jdk", Collector.G1, true);
        assertRow(project.load("jdk-parallel"), "jdk", Collector.PARALLEL, true);
        assertRow(project.load("jdk-parallel-unchecked"), "jdk", Collector.PARALLEL, false);
        assertRow(project.load("fastutil-g1"), "fastutil", Collector.G1, true);
        assertRow(project.load("fastutil-parallel"), "fastutil", Collector.PARALLEL, true);
        assertTrue(project.names().containsAll(List.of("default", "jdk-epsilon", "agrona-g1", "jdk-g1-mimalloc")));
    }

    @Test
    void aMatrixOfAllHasNoRowForWhatServesSomethingElse() {
        profile("default", "gc = g1");
        profile("slow", "jvm = -Xint", "matrix = off");
        profile("slower", "extends = slow");
        assertEquals(
                "none of the profiles is a row of a matrix of all: default, slow, slower; name some with --profile",
                assertThrows(UserError.class, () -> new Profiles(here).ofMatrix())
                        .getMessage());
        profile("slow-g1", "extends = slow", "matrix = on");
        profile("zgc", "gc = zgc");
        assertEquals(List.of("slow-g1", "zgc"), ofMatrix(new Profiles(here)));
        assertFalse(load("slow").withHeap("slow-64", 64).inMatrix(), "with another heap too");
        Profiles project = new Profiles(Path.of(""));
        List<String> others = new ArrayList<>(project.names());
        assertTrue(others.removeAll(List.of("default", "interpreted")));
        assertEquals(others, ofMatrix(project));
        assertTrue(others.contains("jdk-g1"), others::toString);
    }

    private static List<String> ofMatrix(Profiles profiles) {
        return profiles.ofMatrix().stream().map(Profile::name).toList();
    }

    private static void assertRow(Profile row, String containers, Collector collector, boolean checks) {
        assertEquals(containers, row.containers());
        assertEquals(collector, row.collector());
        assertEquals(checks, row.checks());
        assertTrue(row.description().startsWith("stands for "), row::description);
        // Equal in all that is compared: the workload's own.
        assertEquals(Optional.empty(), row.heap());
        assertEquals(List.of(), row.jvmFlags());
    }

    private Profile load(String name) {
        return new Profiles(here).load(name);
    }

    private void assertTold(String name, String... parts) {
        String message = assertThrows(UserError.class, () -> load(name)).getMessage();
        assertEquals(1, message.lines().count(), message);
        assertTrue(message.startsWith(parts[0]), message);
        Arrays.stream(parts).forEach(part -> assertTrue(message.contains(part), message));
    }

    private void profile(String name, String... lines) {
        write("profiles/" + name + ".properties", lines);
    }

    private void write(String path, String... lines) {
        try {
            Path file = here.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, List.of(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
