package io.assay.harness.doctor;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;

/**
 * The folder where JMH puts its lock, and profilers the native library they load. Immutable.
 *
 * @param executable whether a program put there may run; a mount with {@code noexec} forbids it
 * @param usableBytes empty if unknown
 */
public record TempFolder(Path folder, boolean writable, boolean executable, OptionalLong usableBytes, Lock lock) {
    /** State of {@code jmh.lock}, by which JMH keeps two runs apart. */
    public enum Lock {
        /** A run can start. */
        FREE,
        /** A run is under way. */
        HELD,
        /** It belongs to another user, or cannot be opened for another reason: JMH could not take it either. */
        REFUSED
    }

    static TempFolder capture(Path folder) {
        boolean writable = false;
        boolean executable = false;
        try {
            Path probe = Files.createTempFile(folder, "assay", ".probe");
            try {
                writable = true;
                executable = probe.toFile().setExecutable(true) && Files.isExecutable(probe);
            } finally {
                Files.delete(probe);
            }
        } catch (IOException refused) {
            writable = false;
        }
        return new TempFolder(folder, writable, executable, usable(folder), lock(folder.resolve("jmh.lock")));
    }

    private static OptionalLong usable(Path folder) {
        try {
            return OptionalLong.of(Files.getFileStore(folder).getUsableSpace());
        } catch (IOException unknown) {
            return OptionalLong.empty();
        }
    }

    /**
     * Tries the lock as JMH does, and lets it go at once. Not to be called in a JVM that runs JMH at the same time:
     * where locks belong to processes (POSIX), closing any channel on the file drops the lock that JMH holds.
     */
    private static Lock lock(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            FileLock lock = channel.tryLock();
            return lock == null ? Lock.HELD : Lock.FREE;
        } catch (NoSuchFileException none) {
            return Lock.FREE;
        } catch (OverlappingFileLockException heldInThisJvm) {
            return Lock.HELD;
        } catch (IOException refused) {
            return Lock.REFUSED;
        }
    }
}
