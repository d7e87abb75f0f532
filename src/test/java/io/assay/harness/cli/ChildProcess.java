package io.assay.harness.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The command line in a process of its own, with a temporary folder, and so a JMH lock, of its own. */
final class ChildProcess implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final Path out;
    private final BufferedReader err;
    private final StringBuilder heard = new StringBuilder();

    ChildProcess(Path temporary, String... args) throws IOException {
        this(Path.of("").toAbsolutePath(), temporary, args);
    }

    /** The same, started in another folder. */
    ChildProcess(Path folder, Path temporary, String... args) throws IOException {
        Files.createDirectories(temporary);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(args));
        out = temporary.resolve("standard-output.txt");
        process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .start();
        err = process.errorReader(UTF_8);
    }

    Process process() {
        return process;
    }

    /** Reads standard error up to a line; what was read so far where it ends before. */
    String hear(Predicate<String> wanted) {
        try {
            for (String line = err.readLine(); line != null; line = err.readLine()) {
                heard.append(line).append('\n');
                if (wanted.test(line)) {
                    break;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return heard.toString();
    }

    /** Waits for the end. */
    Console end() throws IOException, InterruptedException {
        String said = hear(line -> false);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no end after " + PATIENCE_SECONDS + " s; said: " + said);
        }
        return new Console(process.exitValue(), Files.readString(out), said);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
