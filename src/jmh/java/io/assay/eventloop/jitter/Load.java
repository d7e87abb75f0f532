package io.assay.eventloop.jitter;

import io.assay.harness.api.Labelled;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** What the virtual machine has to do besides the periodic task. */
public enum Load implements Labelled {
    /** Nothing. */
    NONE("nothing beside the task"),
    /** Garbage, and some that lives for a while. */
    ALLOCATING("a thread that allocates 512 KB each millisecond in arrays of 1 KB, and keeps the last 64 MB");

    private static final int ARRAY = 1_024;
    private static final int A_MILLISECOND = 512;
    private static final int KEPT = 1 << 16;

    private final String label;

    Load(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /** Starts it; null for none. */
    public @Nullable AutoCloseable start() {
        return this == NONE ? null : new Allocating();
    }

    private static final class Allocating implements AutoCloseable {
        private final Thread thread = new Thread(this::run, "allocating");
        private final byte[][] kept = new byte[KEPT][];
        private volatile boolean closed;

        Allocating() {
            thread.setDaemon(true);
            thread.start();
        }

        private void run() {
            int at = 0;
            while (!closed) {
                for (int i = 0; i < A_MILLISECOND; i++) {
                    kept[at] = new byte[ARRAY];
                    at = (at + 1) & (KEPT - 1);
                }
                LockSupport.parkNanos(1_000_000);
            }
        }

        @Override
        public void close() throws InterruptedException {
            closed = true;
            thread.join(10_000);
        }
    }
}
