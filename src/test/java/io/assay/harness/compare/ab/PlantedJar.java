package io.assay.harness.compare.ab;

import io.assay.harness.compare.ab.planted.GrowingBenchmark;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes tiny benchmark jars for tests of A/B runs: {@link GrowingBenchmark} alone, with an amount of work of one's
 * choice. {@code slower(dir, 105)} against {@code slower(dir, 100)} is a planted regression of 5%. JMH is reached
 * through the manifest's class path, so that a jar takes no time to make.
 */
public final class PlantedJar {
    private static final String LIST = "META-INF/BenchmarkList";
    private static final String HINTS = "META-INF/CompilerHints";

    private PlantedJar() {}

    /** A jar whose benchmark does this much of the usual work. */
    public static Path slower(Path folder, int percent) throws IOException {
        return write(folder.resolve("work-" + percent + ".jar"), percent, true);
    }

    /** A jar without benchmarks. */
    public static Path empty(Path folder) throws IOException {
        return write(folder.resolve("empty.jar"), 100, false);
    }

    private static Path write(Path jar, int percent, boolean benchmarks) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, libraries());
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            entry(out, GrowingBenchmark.WORK, Integer.toString(percent).getBytes(StandardCharsets.UTF_8));
            if (benchmarks) {
                Path classes = testClasses();
                entry(out, HINTS, Files.readAllBytes(classes.resolve(HINTS)));
                try (Stream<String> lines = Files.lines(classes.resolve(LIST))) {
                    String list = lines.filter(line -> line.contains("GrowingBenchmark"))
                            .collect(Collectors.joining("\n", "", "\n"));
                    entry(out, LIST, list.getBytes(StandardCharsets.UTF_8));
                }
                Path planted =
                        classes.resolve(GrowingBenchmark.class.getPackageName().replace('.', '/'));
                List<Path> files;
                try (Stream<Path> all = Files.walk(planted)) {
                    files = all.filter(Files::isRegularFile).sorted().toList();
                }
                for (Path each : files) {
                    String name = classes.relativize(each).toString().replace(File.separatorChar, '/');
                    entry(out, name, Files.readAllBytes(each));
                }
            }
        }
        return jar;
    }

    private static void entry(JarOutputStream out, String name, byte[] content) throws IOException {
        JarEntry entry = new JarEntry(name);
        entry.setTime(0);
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }

    private static String libraries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> path.matches(".*(jmh-core|jopt-simple|commons-math3)-[^/\\\\]*\\.jar"))
                .map(path -> Path.of(path).toUri().toString())
                .collect(Collectors.joining(" "));
    }

    private static Path testClasses() {
        try {
            return Path.of(GrowingBenchmark.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
