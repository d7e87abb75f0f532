package io.assay.jcstress;

import io.assay.LeanClassPath;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jcstress.Main;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.DiskReadCollector;
import org.openjdk.jcstress.infra.collectors.InProcessCollector;
import org.openjdk.jcstress.infra.collectors.TestResult;

/**
 * Runs jcstress in a process of its own. What it finds is read from its result file; all its files are in one folder.
 */
final class Jcstress {
    /**
     * All classes in one JVM, each for a quarter of a second after what jcstress tries before. In one go: on a busy machine a try
     * that outlasts its time ends the growth of strides. Strides are few, so that the threads start together often. Who waits
     * for the other actor yields: that may be what the other waits for.
     */
    private static final List<String> SHORT = List.of(
            "-iters",
            "1",
            "-time",
            "250",
            "-strideSize",
            "64",
            "-strideCount",
            "4",
            "-spinStyle",
            "THREAD_YIELD",
            "-hs",
            "128");

    private static final String AGRONA = "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED";

    /** Results and actors' counters lie apart, as jcstress asks for by annotations. */
    private static final List<String> JVM = List.of("-Xms128m", "-Xmx128m", "-XX:-RestrictContended", AGRONA);

    private static final List<String> LIBRARIES = List.of("jcstress", "jopt-simple", "agrona", "jctools", "fastutil");

    private static final List<String> PRESETS = List.of("quick", "default", "tough", "stress");

    private final Path folder;
    private final List<String> jvm;
    private final Class<?> main;
    private final List<String> options;
    private final Duration patience;

    private Jcstress(Path folder, List<String> jvm, Class<?> main, List<String> options, Duration patience) {
        this.folder = folder;
        this.jvm = jvm;
        this.main = main;
        this.options = options;
        this.patience = patience;
    }

    /** So short that it can be part of every build. */
    static Jcstress brief(Path folder) {
        return new Jcstress(folder, JVM, OneJvm.class, SHORT, Duration.ofMinutes(5));
    }

    /**
     * One of jcstress's own presets; minutes to hours. {@code sanity}, which it has as well, starts everything and tries
     * nothing: it would not find the planted race.
     */
    static Jcstress preset(Path folder, String mode) {
        if (!PRESETS.contains(mode)) {
            throw new IllegalArgumentException("-Djcstress.mode=" + mode + ": one of " + PRESETS);
        }
        return new Jcstress(
                folder, List.of(), Main.class, List.of("-m", mode, "-jvmArgsPrepend", AGRONA), Duration.ofHours(24));
    }

    /**
     * Runs the classes whose names match.
     *
     * @return what is wrong with each class that was run, empty where nothing is
     * @throws IllegalStateException if jcstress itself failed or did not end
     */
    Map<String, List<String>> run(String pattern) throws Exception {
        Files.createDirectories(folder);
        for (Path old : resultFiles()) Files.delete(old);
        Path log = folder.resolve("log.txt");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of("-cp", LeanClassPath.of(LIBRARIES), main.getName(), "-t", pattern, "-r", "report"));
        command.addAll(options);
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("jcstress did not end within " + patience + "; see " + log);
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        List<Path> results = resultFiles();
        if (results.size() != 1) {
            throw new IllegalStateException("jcstress ended with " + process.exitValue() + "; see " + log);
        }
        Map<String, List<String>> wrong = wrong(read(results.get(0)));
        boolean clean = wrong.values().stream().allMatch(List::isEmpty);
        if (clean != (process.exitValue() == 0)) {
            throw new IllegalStateException("jcstress ended with " + process.exitValue() + " and found " + wrong);
        }
        return wrong;
    }

    private static Map<String, List<String>> wrong(Collection<TestResult> results) {
        Map<String, List<String>> wrong = new TreeMap<>();
        for (TestResult result : results) {
            List<String> found = wrong.computeIfAbsent(result.getName(), name -> new ArrayList<>());
            if (result.status() != Status.NORMAL) {
                found.add(result.status() + " " + result.getMessages() + result.getVmErr());
            } else if (result.getTotalCount() == 0) {
                found.add("ran not once");
            } else {
                found.addAll(result.grading().failureMessages);
            }
        }
        return wrong;
    }

    private static Collection<TestResult> read(Path file) throws IOException, ClassNotFoundException {
        InProcessCollector results = new InProcessCollector();
        DiskReadCollector reader = new DiskReadCollector(file.toString(), results);
        try {
            reader.dump();
        } finally {
            reader.close();
        }
        return results.getTestResults();
    }

    private List<Path> resultFiles() throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "jcstress-results-*")) {
            files.forEach(found::add);
        }
        return found;
    }
}
