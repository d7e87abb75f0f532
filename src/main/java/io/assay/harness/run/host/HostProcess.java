package io.assay.harness.run.host;

import io.assay.harness.result.UserError;
import io.assay.harness.result.environment.JdkFacts;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process in which a jar's own JMH runs forks of its benchmarks. Not thread-safe. It takes no JMH lock: the caller
 * holds it.
 */
public final class HostProcess implements AutoCloseable {
    private static final Duration ANSWER = Duration.ofSeconds(60);

    /** What the host may take to notice that its fork was killed. */
    private static final Duration NOTICE = Duration.ofSeconds(15);

    private final Process process;
    private final DataOutputStream orders;
    private final DataInputStream replies;
    private final String jar;
    private final Path words;

    private HostProcess(Process process, String jar, Path words) {
        this.process = process;
        this.jar = jar;
        this.words = words;
        this.orders = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.replies = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    /**
     * Starts one.
     *
     * @param classPath benchmarks and a JMH: a jar, or more
     * @param extras a folder with classes for the host and its forks, such as a profiler of JMH's kind
     * @param jdk of the host; also that of the forks, if an order does not say otherwise
     * @param environment of the host and its forks, beside this process's own
     * @param scratch an empty folder for what it needs; removed by the caller
     * @throws UserError if it does not start
     */
    public static HostProcess start(
            String classPath, Optional<Path> extras, JdkFacts jdk, Map<String, String> environment, Path scratch) {
        String ofForks = extras.map(folder -> folder + File.pathSeparator).orElse("") + classPath;
        try {
            Path classes = Files.createDirectories(scratch.resolve("classes"));
            HostClasses.copyTo(classes);
            Path words = scratch.resolve("host.txt");
            ProcessBuilder builder = new ProcessBuilder(
                            jdk.java().toString(),
                            "-Xmx256m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Djmh.ignoreLock=true",
                            "-cp",
                            classes + File.pathSeparator + ofForks,
                            JmhHost.class.getName(),
                            ofForks)
                    .redirectError(words.toFile());
            builder.environment().putAll(environment);
            return new HostProcess(builder.start(), shortened(classPath), words);
        } catch (IOException e) {
            throw new UserError(
                    "the JMH of " + shortened(classPath) + " cannot be started (" + e.getMessage()
                            + "); check the JDK and the free space of the temporary folder",
                    e);
        }
    }

    private static String shortened(String classPath) {
        int more = classPath.indexOf(File.pathSeparatorChar);
        return more < 0 ? classPath : classPath.substring(0, more) + " ...";
    }

    /**
     * All rows of the jar.
     *
     * @param params values that replace a benchmark's own, separated by commas
     * @throws UserError if it has no list of benchmarks, or one that cannot be read
     */
    public List<HostRow> list(Map<String, String> params) {
        try {
            orders.writeUTF(JmhHost.LIST);
            HostOrder.writeMap(params, orders);
            orders.flush();
            return within(ANSWER, this::readRows);
        } catch (TimeoutException | IOException e) {
            throw new UserError(
                    jar + ": its benchmarks cannot be listed (" + lastWords(e)
                            + "); expected a jar with JMH 1.23 or later and META-INF/BenchmarkList",
                    e);
        }
    }

    /**
     * The version of the jar's JMH.
     *
     * @throws UserError if it does not say
     */
    public String jmhVersion() {
        try {
            orders.writeUTF(JmhHost.VERSION);
            orders.flush();
            return within(ANSWER, replies::readUTF);
        } catch (TimeoutException | IOException e) {
            throw new UserError(
                    jar + ": its JMH does not tell its version (" + lastWords(e) + "); expected JMH 1.23 or later", e);
        }
    }

    private List<HostRow> readRows() throws IOException {
        if (!replies.readUTF().equals(JmhHost.OK)) {
            throw new IOException(replies.readUTF());
        }
        int size = replies.readInt();
        List<HostRow> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            rows.add(HostRow.read(replies));
        }
        return rows;
    }

    /**
     * Runs a fork to its end, whatever it does.
     *
     * @param limit after which it counts as hung and is killed
     * @return empty if the result lies where the order says, else why there is none
     */
    public Optional<String> run(HostOrder order, Duration limit) {
        String hung = "hung: no end after " + limit.toSeconds() + " s; killed";
        try {
            orders.writeUTF(JmhHost.RUN);
            order.write(orders);
            orders.flush();
        } catch (IOException e) {
            return Optional.of(ended(e));
        }
        CompletableFuture<Optional<String>> reply = CompletableFuture.supplyAsync(this::outcome, HostProcess::onDaemon);
        try {
            return reply.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            try {
                var unused = reply.get(NOTICE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException | ExecutionException dead) {
                process.destroyForcibly();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Optional.of(hung);
        } catch (ExecutionException e) {
            return Optional.of(ended(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    private Optional<String> outcome() {
        try {
            boolean ok = replies.readUTF().equals(JmhHost.OK);
            String cause = replies.readUTF();
            return ok ? Optional.empty() : Optional.of(cause);
        } catch (IOException e) {
            return Optional.of(ended(e));
        }
    }

    private String ended(Exception e) {
        try {
            if (process.waitFor(NOTICE.toMillis(), TimeUnit.MILLISECONDS)) {
                return "the JMH of " + Path.of(jar).getFileName() + " ended with exit status " + process.exitValue()
                        + ": " + lastWords(e);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return "the JMH of " + Path.of(jar).getFileName() + " no longer answers: " + lastWords(e);
    }

    /** Whether it can still run forks. */
    public boolean isAlive() {
        return process.isAlive();
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T within(Duration limit, Reading<T> reading) throws IOException, TimeoutException {
        CompletableFuture<T> answer = new CompletableFuture<>();
        onDaemon(() -> {
            try {
                answer.complete(reading.read());
            } catch (IOException e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void onDaemon(Runnable task) {
        Thread thread = new Thread(task, "jmh-host");
        thread.setDaemon(true);
        thread.start();
    }

    /** The first line that the host wrote before it ended; else the exception's own. */
    private String lastWords(Exception e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String fallback = root instanceof EOFException ? "no last words" : String.valueOf(root.getMessage());
        try {
            return Files.readString(words)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("Picked up "))
                    .findFirst()
                    .orElse(fallback);
        } catch (IOException unreadable) {
            return fallback;
        }
    }

    /** Ends it and whatever fork it runs. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
