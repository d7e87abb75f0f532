package io.assay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Who depends on the primitives' jar gets their own libraries and nothing else. */
class PublishedDependenciesTest {
    /** The primitives' own. */
    private static final Set<String> PUBLISHED = Set.of(
            "org.agrona:agrona",
            "org.jctools:jctools-core",
            "org.jctools:jctools-core-jdk11",
            "it.unimi.dsi:fastutil",
            "com.dslplatform:dsl-json");

    /** What the harness cannot do without, and no user of a primitive wants. */
    private static final Set<String> HARNESS =
            Set.of("org.openjdk.jmh:jmh-core", "info.picocli:picocli", "com.github.oshi:oshi-core");

    private static final Set<String> PEERS = Set.of(
            "io.undertow:undertow-core",
            "io.jooby:jooby",
            "io.quarkus.resteasy.reactive:resteasy-reactive",
            "com.linecorp.armeria:armeria",
            "org.springframework:spring-web",
            "org.apache.tomcat.embed:tomcat-embed-core",
            "com.lmax:disruptor",
            "com.conversantmedia:disruptor",
            "org.rapidoid:rapidoid-http-fast",
            "com.alibaba.fastjson2:fastjson2",
            "io.avaje:avaje-jsonb",
            "tools.jackson.core:jackson-databind",
            "com.fasterxml.jackson.core:jackson-databind",
            "com.google.code.gson:gson",
            "com.squareup.moshi:moshi",
            "org.apache.fory:fory-json");

    private static List<Dependency> dependencies;

    private record Dependency(String name, String scope, boolean optional) {}

    @BeforeAll
    static void readThePom() throws Exception {
        Element project = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile())
                .getDocumentElement();
        dependencies = children(children(project, "dependencies").get(0), "dependency").stream()
                .map(d -> new Dependency(
                        text(d, "groupId", "") + ":" + text(d, "artifactId", ""),
                        text(d, "scope", "compile"),
                        Boolean.parseBoolean(text(d, "optional", "false"))))
                .toList();
    }

    @Test
    void usersGetThePrimitivesOwnLibrariesAlone() {
        assertEquals(
                new TreeSet<>(PUBLISHED),
                new TreeSet<>(names(d -> !d.scope().equals("test") && !d.scope().equals("provided") && !d.optional())));
    }

    @Test
    void theHarnesssLibrariesAreOptional() {
        Set<String> optional = names(d -> d.scope().equals("compile") && d.optional());
        assertTrue(optional.containsAll(HARNESS), optional::toString);
    }

    @Test
    void peersAreTheBenchmarksAlone() {
        Set<String> test = names(d -> d.scope().equals("test"));
        assertTrue(test.containsAll(PEERS), test::toString);
    }

    @Test
    void eachIsJustifiedInALine() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String[] lines = pom.substring(pom.indexOf("\n  <dependencies>"), pom.indexOf("\n  <build>"))
                .split("\n");
        for (int i = 1; i < lines.length - 1; i++) {
            if (lines[i].contains("<dependency>")) {
                boolean justified = lines[i].contains("<!--")
                        || lines[i - 1].strip().startsWith("<!--")
                        || lines[i + 1].strip().startsWith("<!--");
                assertTrue(justified, "without a reason: " + lines[i] + lines[i + 1]);
            }
        }
    }

    @Test
    void noneIsNamedTwice() {
        assertEquals(dependencies.size(), names(d -> true).size());
    }

    private static Set<String> names(Predicate<Dependency> which) {
        return dependencies.stream().filter(which).map(Dependency::name).collect(Collectors.toSet());
    }

    private static String text(Element parent, String name, String absent) {
        List<Element> found = children(parent, name);
        return found.isEmpty() ? absent : found.get(0).getTextContent().strip();
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && name.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }
}
