package io.assay.net.hold;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A {@link Holder} in a process of its own. It ends with this one, whatever becomes of it. */
final class HolderProcess implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final Writer to;
    private final BufferedReader from;

    /** Starts it, for a server on the loopback. */
    HolderProcess(int port) {
        ProcessBuilder builder = new ProcessBuilder(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-cp",
                ownCode(),
                Holder.class.getName(),
                Integer.toString(port));
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("no process to hold connections in", e);
        }
        to = process.outputWriter(StandardCharsets.US_ASCII);
        from = process.inputReader(StandardCharsets.US_ASCII);
    }

    /** Where the program is; it needs nothing else, and hundreds of jars to look through would only hold it up. */
    private static String ownCode() {
        try {
            return Path.of(Holder.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens so many more connections, and waits until each is in its state. */
    void open(int count, ConnectionState state) {
        String answer = ask("open " + count + " " + state);
        if (!answer.equals("open")) throw new IllegalStateException("the connections cannot be held: " + answer);
    }

    /** How many the server has ended, or told something. */
    int lost() {
        return Integer.parseInt(ask("lost").substring("lost ".length()));
    }

    private String ask(String command) {
        try {
            to.write(command + "\n");
            to.flush();
            @Nullable String line = from.readLine();
            if (line == null) throw new IllegalStateException("the process that holds the connections has ended");
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            to.close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
