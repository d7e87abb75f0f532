package io.assay;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The class path of a test's forks without the peers' jars, while the tests of a class run. A JVM that looks for what is
 * nowhere, as JMH's does, opens all 260 of them, and takes half as long again to start.
 */
public final class LeanClassPath implements BeforeAllCallback, AfterAllCallback {
    private static final String PROPERTY = "java.class.path";
    private static final List<String> LIBRARIES = List.of(
            "jmh-core",
            "jopt-simple",
            "commons-math3",
            "agrona",
            "jctools",
            "fastutil",
            "dsl-json",
            "jackson-jr",
            "jackson-core",
            "jspecify",
            "async-profiler");

    private final String whole = System.getProperty(PROPERTY);

    /** For JUnit. */
    public LeanClassPath() {}

    @Override
    public void beforeAll(ExtensionContext context) {
        System.setProperty(PROPERTY, of(LIBRARIES));
    }

    /** Of the tests' own benchmarks, without those that need peers. */
    public static String planted() {
        return elements(LIBRARIES)
                .filter(element -> !element.endsWith("jmh-classes"))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        System.setProperty(PROPERTY, whole);
    }

    /** This JVM's folders, and of its jars those whose names begin so. */
    public static String of(List<String> libraries) {
        return elements(libraries).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static Stream<Path> elements(List<String> libraries) {
        return Stream.of(System.getProperty(PROPERTY).split(File.pathSeparator))
                .map(element -> Path.of(element).toAbsolutePath())
                .filter(element -> Files.isDirectory(element)
                        || libraries.stream()
                                .anyMatch(
                                        name -> element.getFileName().toString().startsWith(name)));
    }
}
