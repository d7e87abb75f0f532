package io.assay.harness.run.host;

import io.assay.harness.result.UserError;
import io.assay.harness.result.environment.JdkFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Running {@link HostProcess}es by what they are for, and the folder in which they and their forks leave files. One that
 * died with its fork is started anew. Not thread-safe.
 */
public final class HostPool implements AutoCloseable {
    private final Map<Object, HostProcess> running = new HashMap<>();
    private final Path scratch;
    private int started;

    /**
     * Makes the folder.
     *
     * @param prefix of the folder's name
     */
    public HostPool(String prefix) {
        try {
            this.scratch = Files.createTempDirectory(prefix).toRealPath();
        } catch (IOException e) {
            throw new UserError("no folder can be made in the temporary folder (" + e.getMessage() + ")", e);
        }
    }

    /** Where forks may leave files; removed at the end. */
    public Path scratch() {
        return scratch;
    }

    /**
     * The host for a purpose.
     *
     * @param purpose of two that are equal one process serves both
     * @param classPath benchmarks and a JMH
     * @param extras a folder with classes for the host and its forks
     * @param environment of the host and its forks, beside this process's own
     * @throws UserError if it does not start
     */
    public HostProcess of(
            Object purpose, String classPath, Optional<Path> extras, JdkFacts jdk, Map<String, String> environment) {
        HostProcess host = running.get(purpose);
        if (host == null || !host.isAlive()) {
            started++;
            Path folder = scratch.resolve("host-" + started);
            try {
                Files.createDirectory(folder);
            } catch (IOException e) {
                throw new UserError(folder + ": cannot be made (" + e.getMessage() + ")", e);
            }
            host = HostProcess.start(classPath, extras, jdk, environment, folder);
            running.put(purpose, host);
        }
        return host;
    }

    /** Ends all of them and removes the folder. */
    @Override
    public void close() {
        running.values().forEach(HostProcess::close);
        try (Stream<Path> files = Files.walk(scratch)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UserError(scratch + ": cannot be removed (" + e.getMessage() + "); remove it", e);
        }
    }
}
