package io.assay.harness.result.environment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Short questions to other programs. One that is not installed, hangs or cannot be started has no answer. */
public final class Commands {
    private static final ProcessBuilder.Redirect SEPARATE = ProcessBuilder.Redirect.DISCARD;

    private Commands() {}

    /**
     * How a program that ended did so.
     *
     * @param text what it printed, in UTF-8
     */
    public record Answer(int status, String text) {}

    /** Standard output only. */
    public static Optional<Answer> output(Path folder, Duration limit, List<String> command) {
        return run(builder(folder, command).redirectError(SEPARATE), limit);
    }

    /** Standard output and standard error, in one. */
    public static Optional<Answer> allOutput(Path folder, Duration limit, List<String> command) {
        return run(builder(folder, command).redirectErrorStream(true), limit);
    }

    private static ProcessBuilder builder(Path folder, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("LC_ALL", "C"); // numbers and messages in the form that we parse
        return builder;
    }

    private static Optional<Answer> run(ProcessBuilder builder, Duration limit) {
        Process process;
        try {
            process = builder.start();
        } catch (IOException notInstalled) {
            return Optional.empty();
        }
        try {
            process.getOutputStream().close();
            // A thread of its own, as a child that hangs with its output open would hold a read for ever.
            CompletableFuture<String> text = CompletableFuture.supplyAsync(() -> readAll(process), Commands::onDaemon);
            String answer = text.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)
                    ? Optional.of(new Answer(process.exitValue(), answer))
                    : Optional.empty();
        } catch (IOException | ExecutionException | TimeoutException noAnswer) {
            return Optional.empty();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            process.destroyForcibly();
        }
    }

    private static String readAll(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void onDaemon(Runnable task) {
        Thread thread = new Thread(task, "assay-command-output");
        thread.setDaemon(true);
        thread.start();
    }
}
