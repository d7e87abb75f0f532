package io.assay.harness.result.environment;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The small text files in which Linux tells about itself ({@code /proc}, {@code /sys}), read below a root, so that a
 * test can put captured files there. A file that is absent or may not be read is an unknown fact, not an error: the
 * same code runs on macOS, on Windows and in a bare container. Immutable and thread-safe.
 *
 * @param root {@code /}, but for tests
 */
public record HostFiles(Path root) {

    /** Those of this machine. */
    public static HostFiles ofThisMachine() {
        return new HostFiles(Path.of("/"));
    }

    /** The whole file, or empty if there is none to be read. */
    public Optional<String> text(String path) {
        try {
            return Optional.of(Files.readString(resolve(path)));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** The first line, trimmed, or empty if there is no such file or nothing in it. */
    public Optional<String> line(String path) {
        return text(path)
                .flatMap(text -> text.lines().findFirst())
                .map(String::trim)
                .filter(line -> !line.isEmpty());
    }

    /** A file that holds one whole number; empty if it holds anything else ({@code max}, say). */
    public OptionalLong number(String path) {
        return line(path).map(HostFiles::parseLong).orElse(OptionalLong.empty());
    }

    /** Lines {@code key value} or {@code key: value kB}, as in cpu.stat and meminfo; lines that are neither are left out. */
    public Map<String, Long> keyed(String path) {
        Map<String, Long> values = new HashMap<>();
        text(path)
                .ifPresent(text -> text.lines()
                        .map(line -> line.split("[:\\s]+", -1))
                        .forEach(parts -> {
                            if (parts.length >= 2) {
                                parseLong(parts[1]).ifPresent(value -> values.put(parts[0], value));
                            }
                        }));
        return values;
    }

    /** The names in a folder, sorted; none if there is no such folder. */
    public List<String> names(String folder) {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(resolve(folder))) {
            entries.forEach(entry -> names.add(String.valueOf(entry.getFileName())));
        } catch (IOException unreadable) {
            return List.of();
        }
        names.sort(null);
        return names;
    }

    /** Whether there is such a file or folder. */
    public boolean exists(String path) {
        return Files.exists(resolve(path));
    }

    private Path resolve(String path) {
        return root.resolve(path.startsWith("/") ? path.substring(1) : path);
    }

    static OptionalLong parseLong(String text) {
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException notWhole) {
            return OptionalLong.empty();
        }
    }
}
