package io.assay.net.serve;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.ThreadFactory;

/** The threads of a server that blocks. */
public final class Threads {
    /** The first JDK with virtual threads. */
    public static final int VIRTUAL_SINCE = 21;

    private Threads() {}

    /** Whether a server of this name has a thread for each connection, which blocks. */
    public static boolean block(Enum<?> implementation) {
        return implementation.name().startsWith("BLOCKING_");
    }

    /**
     * Threads of a server that are busy at a time.
     *
     * @param connections that are busy: a thread each where threads {@link #block}, as far as there are cores for them
     * @param otherwise how many where they do not
     */
    public static int busy(Enum<?> implementation, int connections, int otherwise) {
        return block(implementation)
                ? Math.min(connections, Runtime.getRuntime().availableProcessors())
                : otherwise;
    }

    /** A thread of the system for each task. */
    public static ThreadFactory platform() {
        return task -> {
            // Calls are shallow: a stack of the usual size would be most of what a connection costs.
            Thread thread = new Thread(null, task, "measured-connection", 256 << 10);
            thread.setDaemon(true);
            return thread;
        };
    }

    /**
     * A virtual thread for each task, default scheduler: {@code Thread.ofVirtual().factory()}, which a compiler for Java 17 does not
     * know.
     *
     * @throws IllegalStateException if this JDK has none
     */
    public static ThreadFactory virtual() {
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            return (ThreadFactory) Class.forName("java.lang.Thread$Builder")
                    .getMethod("factory")
                    .invoke(builder);
        } catch (NoSuchMethodException | ClassNotFoundException e) {
            throw new IllegalStateException("virtual threads need JDK " + VIRTUAL_SINCE, e);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("virtual threads are out of reach", e);
        }
    }
}
