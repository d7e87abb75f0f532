package io.assay.fuzz;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Runs Jazzer in a process of its own: its agent rewrites every class of the JVM it is in, which is nothing for the one
 * that runs the other tests. All its files are in one folder, and its corpus stays there for the next run.
 */
final class Jazzer {
    private static final String MAIN = "com.code_intelligence.jazzer.Jazzer";
    private static final int INPUT_TIMEOUT_SECONDS = 60;
    private static final int START_SECONDS = 60;

    private final Path folder;

    Jazzer(Path folder) {
        this.folder = folder;
    }

    /** The input that the target fails on, or nothing after so many seconds. */
    Optional<byte[]> search(Class<?> target, List<byte[]> seeds, int seconds) throws IOException, InterruptedException {
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        Path given = emptied("seeds");
        Path found = emptied("found");
        for (int i = 0; i < seeds.size(); i++) Files.write(given.resolve(Integer.toString(i)), seeds.get(i));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Xmx1g",
                "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED",
                MAIN,
                "--target_class=" + target.getName(),
                "--instrumentation_includes=io.assay.hpack.**:io.assay.http1.**:io.assay.fuzz.PlantedDefect",
                "--custom_hook_includes=io.assay.**",
                "--reproducer_path=" + found,
                "-artifact_prefix=" + found + "/",
                "-timeout=" + INPUT_TIMEOUT_SECONDS,
                "-rss_limit_mb=3000",
                "-max_total_time=" + seconds,
                "-print_final_stats=1",
                corpus.toString(),
                given.toString()));
        Path log = folder.resolve("log.txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(seconds + START_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Jazzer does not end; see " + log);
            }
        } finally {
            process.destroyForcibly();
        }
        Optional<byte[]> input = artifact(found);
        if (input.isEmpty() && process.exitValue() != 0) {
            throw new IllegalStateException("Jazzer ended with " + process.exitValue() + "; see " + log);
        }
        return input;
    }

    /** Why Jazzer does not run here, if it does not: it has native parts for some platforms only. */
    static Optional<String> unavailable() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String system = os.startsWith("mac") ? "macos" : os.startsWith("windows") ? "windows" : os;
        String machine = System.getProperty("os.arch").replace("amd64", "x86_64");
        String driver = "/com/code_intelligence/jazzer/driver/jazzer_driver_" + system + "_" + machine + "/"
                + System.mapLibraryName("jazzer_driver");
        boolean there = Jazzer.class.getResource(driver) != null;
        return there ? Optional.empty() : Optional.of("Jazzer has no native part for " + system + " on " + machine);
    }

    /** As a line of a seed file. */
    static String line(byte[] input) {
        return HexFormat.of().formatHex(input);
    }

    private Path emptied(String name) throws IOException {
        Path directory = Files.createDirectories(folder.resolve(name));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) Files.delete(file);
        }
        return directory;
    }

    private static Optional<byte[]> artifact(Path found) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(found, "{crash,timeout,oom}-*")) {
            for (Path file : files) return Optional.of(Files.readAllBytes(file));
        }
        return Optional.empty();
    }
}
