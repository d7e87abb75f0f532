package io.assay.harness.run.version;

import io.assay.harness.result.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/** Tells a jar of benchmarks from others. */
final class BenchmarkJar {
    private static final String LIST = "META-INF/BenchmarkList";
    private static final String JMH = "org/openjdk/jmh/Main.class";

    private BenchmarkJar() {}

    /** What keeps a file from being a jar with benchmarks and their JMH; empty if nothing does. */
    static Optional<String> lack(Path file) {
        try (JarFile jar = new JarFile(file.toFile())) {
            if (jar.getEntry(LIST) == null) {
                return Optional.of("holds no benchmarks (no " + LIST + ")");
            }
            Manifest manifest = jar.getManifest();
            boolean alone = manifest == null || manifest.getMainAttributes().getValue("Class-Path") == null;
            return jar.getEntry(JMH) == null && alone
                    ? Optional.of("holds benchmarks but no JMH (no " + JMH + "); build the one with all dependencies")
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.of("is no jar (" + e.getMessage() + ")");
        }
    }

    /**
     * Checks the file and takes its hash.
     *
     * @throws UserError if it is no jar with benchmarks
     */
    static Version of(String name, Path file, @Nullable String origin) {
        Optional<String> lack = lack(file);
        if (lack.isPresent()) {
            throw new UserError(file + " " + lack.get() + "; name a JMH benchmark jar or a git commit");
        }
        return new Version(name, file.toAbsolutePath(), sha256(file), origin == null ? file.toString() : origin);
    }

    private static String sha256(Path file) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UserError(file + ": cannot be read (" + e.getMessage() + ")", e);
        } catch (NoSuchAlgorithmException e) {
            throw new UserError("this JDK lacks SHA-256, which every JDK must have; use another", e);
        }
    }
}
