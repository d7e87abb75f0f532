package io.assay.harness.run.version;

import io.assay.harness.result.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Jars that were built from git trees, in the user's cache folder, so that no tree is built twice. */
final class BuildCache {
    /** A benchmark jar with its libraries is easily a hundred megabytes. */
    private static final int KEPT = 8;

    private final Path folder;

    BuildCache(Path folder) {
        this.folder = folder;
    }

    /** The user's own. */
    static BuildCache ofUser() {
        return new BuildCache(UserCache.folder("builds"));
    }

    /** The jar of this key, marked as used; empty if it was not built or has been dropped. */
    Optional<Path> find(String key) {
        Path jar = folder.resolve(key + ".jar");
        if (!Files.exists(jar) || BenchmarkJar.lack(jar).isPresent()) {
            return Optional.empty();
        }
        try {
            Files.setLastModifiedTime(jar, FileTime.from(Instant.now()));
        } catch (IOException e) {
            // Somebody else's cache, mounted read-only: usable all the same, only never marked as used.
            return Optional.of(jar);
        }
        return Optional.of(jar);
    }

    /** Where the build of this key writes its log; one that failed stays until the next try. */
    Path log(String key) {
        try {
            return Files.createDirectories(folder).resolve(key + ".log");
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private UserError unwritable(IOException e) {
        return new UserError(
                "the build cannot be kept in " + folder + " (" + e.getMessage()
                        + "); free space, or set XDG_CACHE_HOME to another folder",
                e);
    }

    /** Keeps a jar, and drops those that were not used for longest. */
    Path keep(String key, Path jar) {
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, key, ".part");
            Files.copy(jar, part, StandardCopyOption.REPLACE_EXISTING);
            Path kept = folder.resolve(key + ".jar");
            Files.move(part, kept, StandardCopyOption.REPLACE_EXISTING);
            dropOldest();
            return kept;
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private void dropOldest() throws IOException {
        List<Path> jars;
        try (Stream<Path> files = Files.list(folder)) {
            jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted(Comparator.comparing((Path file) -> file.toFile().lastModified())
                            .reversed())
                    .toList();
        }
        for (Path jar : jars.subList(Math.min(KEPT, jars.size()), jars.size())) {
            Files.deleteIfExists(jar);
        }
    }
}
