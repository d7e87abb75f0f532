package io.assay.harness.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C while a run is under way: the fork is killed, what is finished is written and told, and the process ends with
 * status 130. One for the process, because the JVM's shutdown is.
 */
public final class Interruption implements AutoCloseable {
    /** The shell's convention for a program that SIGINT ended (128 + 2). */
    public static final int STATUS = 130;

    private static final int PATIENCE_SECONDS = 20;

    private final CountDownLatch told = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "interruption");
    private volatile boolean happened;

    /** Listens from now on. */
    public Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void stop() {
        happened = true;
        Watchdog.killChildren();
        try {
            boolean unused = told.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(STATUS);
    }

    /** Whether the process was asked to end. */
    public boolean happened() {
        return happened;
    }

    /** Everything is written and told: the process may end. Stops listening where it was not asked to. */
    @Override
    public void close() {
        told.countDown();
        if (!happened) {
            try {
                boolean unused = Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The shutdown began between the two lines: the hook ends the process with its own status.
                happened = true;
            }
        }
    }
}
