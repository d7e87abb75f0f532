package io.assay.harness.result.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.result.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdksTest {
    private static final String WINDOWS = System.getProperty("os.name").startsWith("Windows") ? ".exe" : "";

    @TempDir
    Path parent;

    @Test
    void readsTheReleaseFile() throws IOException {
        Path home = jdk("temurin", "25.0.3", "25.0.3+9-LTS");
        assertEquals(
                Optional.of(new JdkFacts(home.toRealPath(), "25.0.3", 25, "Eclipse Adoptium", "25.0.3+9-LTS")),
                JdkFacts.of(home));
    }

    @Test
    void asksTheLauncherWhereThereIsNoReleaseFile() {
        String settings = """
                Property settings:
                    java.runtime.version = 17.0.15+6-Debian-1deb12u1
                    java.vendor = Debian
                    java.version = 17.0.15
                    java.version.date = 2025-04-15
                openjdk version "17.0.15" 2025-04-15
                """;
        assertEquals(
                Optional.of(new JdkFacts(parent, "17.0.15", 17, "Debian", "17.0.15+6-Debian-1deb12u1")),
                JdkFacts.parseSettings(parent, settings));
        assertEquals(Optional.empty(), JdkFacts.parseSettings(parent, "Error: could not create the JVM\n"));
    }

    @Test
    void whatIsNoJdkIsNone() throws IOException {
        assertEquals(Optional.empty(), JdkFacts.of(parent));
        assertEquals(Optional.empty(), JdkFacts.of(parent.resolve("absent")));
        Path liar = jdk("liar", "not a version", "");
        assertEquals(
                Optional.empty(), JdkFacts.of(liar), "neither its release file nor its empty launcher tell a version");
    }

    @Test
    void namedOnesFirstThenTheNewestEachOnceNoOldOnes() throws IOException {
        Path named = jdk("named", "17.0.9", "17.0.9+9");
        jdk("a-older", "25.0.1", "25.0.1+8");
        jdk("b-newer", "25.0.10", "25.0.10+7");
        jdk("old", "1.8.0_292", "1.8.0_292-b10");
        jdk("mac.jdk/Contents/Home", "21.0.2", "21.0.2+13");
        Files.createSymbolicLink(parent.resolve("default"), parent.resolve("b-newer"));
        Jdks jdks = new Jdks(List.of(named, named.resolve("gone")), List.of(parent, parent.resolve("no-such-folder")));
        assertEquals(
                List.of("17.0.9", "25.0.10", "25.0.1", "21.0.2"),
                jdks.find().stream().map(JdkFacts::version).toList());
        assertEquals("25.0.10", jdks.choose("25").version());
    }

    @Test
    void aUsersMistakesNameThemselves() throws IOException {
        jdk("a", "25.0.1", "25.0.1+8");
        Path old = jdk("old", "11.0.2", "11.0.2+1");
        Jdks jdks = new Jdks(List.of(), List.of(parent));
        assertEquals("25.0.1", jdks.choose(parent.resolve("a").toString()).version());
        assertTrue(message(jdks, "21").startsWith("JDK 21: none found (there are: 25.0.1 in "));
        assertTrue(message(jdks, parent.toString()).contains("no JDK's home folder"));
        assertTrue(message(jdks, old.toString()).contains("11.0.2 is too old"));
        assertTrue(message(jdks, "\0").contains("no JDK's home folder"));
        assertTrue(message(jdks, "").contains("no JDK's home folder"));
    }

    @Test
    void thisJvmsJdkIsFoundFirst() {
        JdkFacts first = Jdks.discover().get(0);
        assertEquals(Runtime.version().feature(), first.feature());
        assertEquals(first, Jdks.resolve(first.home().toString()));
    }

    private static String message(Jdks jdks, String wanted) {
        String message =
                assertThrows(UserError.class, () -> jdks.choose(wanted)).getMessage();
        assertEquals(1, message.lines().count());
        return message;
    }

    private Path jdk(String path, String version, String build) throws IOException {
        Path home = parent.resolve(path);
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java" + WINDOWS);
        assertTrue(Files.createFile(java).toFile().setExecutable(true));
        Files.writeString(
                home.resolve("release"),
                "IMPLEMENTOR=\"Eclipse Adoptium\"\nJAVA_RUNTIME_VERSION=\"" + build + "\"\nJAVA_VERSION=\"" + version
                        + "\"\n");
        return home;
    }
}
