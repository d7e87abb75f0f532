package io.assay.examples;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExamplesPomTest {
    private static final Pattern PLUGIN =
            Pattern.compile("<artifactId>(maven-[a-z]+-plugin)</artifactId><version>([^<]+)</version>");
    private static final Pattern JMH = Pattern.compile("<jmh\\.version>([^<]+)</jmh\\.version>");

    @ParameterizedTest
    @ValueSource(strings = {"hello-service", "other-benchmarks"})
    @DisplayName("What an example is built with is there once the build itself has run, so that it needs no network")
    void needsNothingThatTheBuildHasNot(String example) throws IOException {
        String build = Files.readString(Path.of("pom.xml"));
        String pom = Files.readString(Path.of("examples", example, "pom.xml"));
        List<String> plugins =
                PLUGIN.matcher(pom).results().map(MatchResult::group).toList();
        assertFalse(plugins.isEmpty(), "plugins of " + example);
        plugins.forEach(plugin -> assertTrue(build.contains(plugin), plugin));
        JMH.matcher(pom).results().map(version -> version.group(1)).forEach(version -> {
            assertTrue(build.contains("<extraArtifact>org.openjdk.jmh:jmh-core:" + version + ":jar<"), version);
            assertTrue(
                    build.contains("<extraArtifact>org.openjdk.jmh:jmh-generator-annprocess:" + version + ":jar<"),
                    version);
        });
    }
}
