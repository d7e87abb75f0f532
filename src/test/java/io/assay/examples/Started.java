package io.assay.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A jar as people start it.
 *
 * @param status exit status
 * @param out standard output
 * @param err standard error
 */
record Started(int status, String out, String err) {
    private static final int PATIENCE_SECONDS = 120;

    /** Runs {@code java -jar} to its end, with temporary files, and so a JMH lock, in a folder of its own. */
    static Started jar(Path temporary, Path jar, String... args) throws IOException, InterruptedException {
        Path out = Files.createTempFile(temporary, "out", ".txt");
        Path err = Files.createTempFile(temporary, "err", ".txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-jar",
                jar.toString()));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(
                        "no end after " + PATIENCE_SECONDS + " s; said: " + Files.readString(err));
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return new Started(process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    }
}
