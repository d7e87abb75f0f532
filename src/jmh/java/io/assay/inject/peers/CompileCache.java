package io.assay.inject.peers;

import io.assay.workload.inject.Component;
import io.assay.workload.inject.MadeCount;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Keeps what was compiled for the forks after the first, in a folder of the user's own among the temporary files; for a week.
 * A file is named after all that went into it: sources, processor with its jar, the interfaces that the sources name, Java. It
 * appears whole or not at all; nothing is read from a folder that others could write to, and what cannot be read is compiled
 * anew. Any number of processes and threads may share a folder; the threads of one compile one after the other, so that those
 * who ask for the same compile it once, and the time it took is its own.
 */
final class CompileCache {
    /** What the sources implement: with another one of these, what was compiled before may not link. */
    private static final List<Class<?>> NAMED_BY_SOURCES = List.of(Component.class, MadeCount.class);

    private static final Duration KEPT = Duration.ofDays(7);
    private static final String OWN_ONLY = "rwx------";
    private static final String MILLIS = "compile-millis";

    private final Path folder;

    CompileCache(Path folder) {
        this.folder = folder;
    }

    /** The one of this user. */
    static CompileCache ofUser() {
        String name = "assay-compiled-" + System.getProperty("user.name").replaceAll("[^A-Za-z0-9._-]", "_");
        return new CompileCache(
                Path.of(System.getProperty("java.io.tmpdir"), name).toAbsolutePath());
    }

    /** Classes by their names, and the time that compiling them took when it was done. */
    record Compiled(Map<String, byte[]> classes, long millis) {}

    /** Compiles. */
    interface Compilation {
        /** The classes. */
        Map<String, byte[]> run() throws IOException;
    }

    /** What was compiled from these sources with this processor before, or else is compiled now. */
    Compiled get(Map<String, String> sources, String processor, Compilation compilation) {
        synchronized (CompileCache.class) {
            try {
                return isOwn()
                        ? kept(folder.resolve(key(sources, processor) + ".zip"), compilation)
                        : compile(compilation);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot use the folder for compiled classes, " + folder, e);
            }
        }
    }

    private Compiled kept(Path file, Compilation compilation) throws IOException {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            try {
                return read(file);
            } catch (ZipException | EOFException damaged) {
                Files.deleteIfExists(file);
            } catch (NoSuchFileException deletedMeanwhile) {
                // By another process, for which it was damaged or old: it is made again.
            }
        }
        Compiled compiled = compile(compilation);
        deleteOld();
        write(file, compiled);
        return compiled;
    }

    private static Compiled compile(Compilation compilation) throws IOException {
        long began = System.nanoTime();
        Map<String, byte[]> classes = compilation.run();
        return new Compiled(classes, (System.nanoTime() - began) / 1_000_000);
    }

    /** Whether the folder is there, or could be made, and nobody else can write to it. */
    private boolean isOwn() throws IOException {
        if (!Files.getFileStore(folder.getParent()).supportsFileAttributeView("posix")) {
            return false;
        }
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            Path made = Files.createTempDirectory(folder.getParent(), "assay-compiled");
            Files.setPosixFilePermissions(made, PosixFilePermissions.fromString(OWN_ONLY));
            try {
                Files.move(made, folder, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException anotherWasFaster) {
                Files.deleteIfExists(made);
            }
        }
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && Files.isWritable(folder)
                && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(me())
                && PosixFilePermissions.toString(Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS))
                        .equals(OWN_ONLY);
    }

    /** Who owns what this process makes. */
    private Object me() throws IOException {
        Path probe = Files.createTempFile(folder.getParent(), "assay", ".owner");
        try {
            return Files.getOwner(probe);
        } finally {
            Files.delete(probe);
        }
    }

    private static String key(Map<String, String> sources, String processor) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(sources).forEach((name, code) -> {
                update(digest, name);
                update(digest, code);
            });
            update(digest, processor);
            update(digest, origin(Class.forName(processor)));
            for (Class<?> named : NAMED_BY_SOURCES) {
                update(digest, origin(named));
            }
            update(digest, Runtime.version().toString());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With its length before it, so that no two lists of texts are one. */
    private static void update(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        digest.update(bytes);
    }

    /**
     * The jar or, in a folder, the file that a class comes from, and when and how large that was written: a hash of a whole jar
     * would take longer, and a folder knows nothing of what is written deep inside it.
     */
    static String origin(Class<?> type) throws IOException {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        try {
            Path path = Path.of(source.getLocation().toURI());
            if (Files.isDirectory(path)) {
                path = path.resolve(type.getName().replace('.', '/') + ".class");
            }
            return path + " " + Files.getLastModifiedTime(path) + " " + Files.size(path);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Compiled read(Path file) throws IOException {
        Map<String, byte[]> classes = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                classes.put(entry.getName(), zip.readAllBytes());
            }
        }
        byte[] millis = classes.remove(MILLIS);
        if (millis == null) {
            throw new ZipException(file + " was not written here");
        }
        return new Compiled(classes, ByteBuffer.wrap(millis).getLong());
    }

    private void write(Path file, Compiled compiled) throws IOException {
        Path whole = Files.createTempFile(folder, "new", ".zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(whole))) {
            add(
                    zip,
                    MILLIS,
                    ByteBuffer.allocate(Long.BYTES)
                            .putLong(0, compiled.millis())
                            .array());
            for (Map.Entry<String, byte[]> one : compiled.classes().entrySet()) {
                add(zip, one.getKey(), one.getValue());
            }
        }
        try {
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException unsafe) {
            Files.delete(whole);
        }
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private void deleteOld() throws IOException {
        FileTime oldest = FileTime.from(Instant.now().minus(KEPT));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (isOlder(file, oldest)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** Other processes write, move and delete here at the same time: what is gone is not old. */
    private static boolean isOlder(Path file, FileTime oldest) throws IOException {
        try {
            return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).compareTo(oldest) < 0;
        } catch (NoSuchFileException gone) {
            return false;
        }
    }
}
