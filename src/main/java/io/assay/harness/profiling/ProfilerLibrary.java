package io.assay.harness.profiling;

import io.assay.harness.run.version.UserCache;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * async-profiler's native library, taken out of its Maven artifact into the user's cache. Its name there holds its
 * checksum, and its bytes are held against it each time before it is used, so that neither half a file nor an older
 * version is ever loaded. Any number of processes may do this at once.
 */
final class ProfilerLibrary {
    private static final String FILE = "libasyncProfiler.so";

    private ProfilerLibrary() {}

    /**
     * Where the library lies, or why there is none.
     *
     * @param path of the library
     * @param lack why not, and what to do about it
     */
    record Answer(Optional<Path> path, String lack) {
        private static Answer no(String lack) {
            return new Answer(Optional.empty(), lack);
        }
    }

    /** The library for this machine, in the user's cache. */
    static Answer find() {
        return find(
                System.getProperty("os.name", ""),
                System.getProperty("os.arch", ""),
                UserCache.folder("async-profiler"));
    }

    static Answer find(String system, String processor, Path cache) {
        Optional<String> platform = platform(system, processor);
        if (platform.isEmpty()) {
            return Answer.no("async-profiler is made for Linux (x64, arm64) and macOS, not for " + system + " on "
                    + processor + "; profile on one of these for native and kernel frames");
        }
        String resource = platform.get() + "/" + FILE;
        try (InputStream in = ProfilerLibrary.class.getClassLoader().getResourceAsStream(resource)) {
            return in == null
                    ? Answer.no(resource + " is not in this jar; build it with tools.profiler:async-profiler")
                    : new Answer(Optional.of(keep(in.readAllBytes(), cache)), "");
        } catch (IOException e) {
            return Answer.no("async-profiler's library cannot be kept in " + cache + " ("
                    + e.getClass().getSimpleName() + "); free space, or set XDG_CACHE_HOME to another folder");
        }
    }

    /** The artifact's folder for a platform; empty if it has none. */
    static Optional<String> platform(String system, String processor) {
        String os = system.toLowerCase(Locale.ROOT);
        if (os.startsWith("mac")) {
            return Optional.of("macos");
        }
        return !os.startsWith("linux")
                ? Optional.empty()
                : switch (processor) {
                    case "amd64", "x86_64" -> Optional.of("linux-x64");
                    case "aarch64", "arm64" -> Optional.of("linux-arm64");
                    default -> Optional.empty();
                };
    }

    /** Keeps these bytes, if they are not kept yet. */
    static Path keep(byte[] library, Path cache) throws IOException {
        Path kept = cache.resolve("libasyncProfiler-" + sha256(library) + ".so");
        if (Files.exists(kept) && Arrays.equals(Files.readAllBytes(kept), library)) {
            return kept;
        }
        Files.createDirectories(cache);
        Path part = Files.createTempFile(cache, "libasyncProfiler", ".part");
        try {
            Files.write(part, library);
            try {
                Files.move(part, kept, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, kept, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(part);
        }
        return kept;
    }

    private static String sha256(byte[] bytes) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IOException("this JDK lacks SHA-256", e);
        }
    }
}
