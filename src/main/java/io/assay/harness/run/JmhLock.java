package io.assay.harness.run;

import io.assay.harness.result.UserError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * JMH's own lock file, held for the whole of a run. JMH takes it anew for each call, and a run here makes a call a fork:
 * in the gap between two of them another JMH could slip in, spoil the figures of both, and end this run.
 */
public final class JmhLock implements AutoCloseable {
    private static final String IGNORE = "jmh.ignoreLock";

    private final @Nullable FileChannel channel;

    private JmhLock(@Nullable FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock, unless the user said that it is to be ignored.
     *
     * @throws UserError if another process, or another run in this one, holds it, or if the file cannot be opened
     */
    public static JmhLock takeOrRefuse() {
        try {
            return take();
        } catch (JmhBusyException e) {
            throw e.toUserError();
        }
    }

    /**
     * The same, for callers that tell a busy machine from a broken one.
     *
     * @throws JmhBusyException if another process, or another run in this one, holds it
     * @throws UserError if the file cannot be opened
     */
    static JmhLock take() {
        if (Boolean.getBoolean(IGNORE)) {
            return new JmhLock(null);
        }
        Path file = Path.of(System.getProperty("java.io.tmpdir"), "jmh.lock");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new JmhBusyException(file + " is held");
            }
            // Read once, when JMH's runner is first used: from here on this process has the lock itself.
            System.setProperty(IGNORE, "true");
            return new JmhLock(channel);
        } catch (IOException e) {
            throw new UserError(
                    "JMH's lock " + file + " cannot be opened (" + e.getClass().getSimpleName()
                            + "), perhaps it is another user's; remove it, or give -Djava.io.tmpdir a folder of your own",
                    e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Gives the lock back. */
    @Override
    public void close() {
        if (channel != null) {
            System.clearProperty(IGNORE);
            try {
                channel.close();
            } catch (IOException e) {
                throw new UserError("JMH's lock cannot be given back: " + e.getMessage(), e);
            }
        }
    }
}
