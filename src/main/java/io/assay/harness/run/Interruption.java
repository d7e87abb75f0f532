package io.assay.harness.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Ctrl-C while a run is under way: the fork is killed, what is finished is written and told, and the process ends with
 * status 130. One for the process, because the JVM's shutdown is.
 */
public final class Interruption implements AutoCloseable {
    /** The shell's convention for a program that SIGINT ended (128 + 2). */
    public static final int STATUS = 130;

    private static final int ROUND_MILLIS = 50;
    private static final int ROUNDS = 20_000 / ROUND_MILLIS;

    private static final int PATIENCE_MILLIS = 500;
    /** 128 + SIGINT, 128 + SIGTERM. */
    private static final Pattern SIGNALLED = Pattern.compile("exit status (130|143)");

    private final CountDownLatch heard = new CountDownLatch(1);
    private final CountDownLatch told = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "interruption");
    private volatile boolean happened;
    private volatile boolean forkRuns;

    /** Listens from now on. */
    public Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void stop() {
        happened = true;
        heard.countDown();
        try {
            boolean done = false;
            for (int round = 0; round < ROUNDS && !done; round++) {
                // Again and again: the fork's process may not have been there yet in the first round.
                if (forkRuns) {
                    Watchdog.killChildren();
                }
                done = told.await(ROUND_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(STATUS);
    }

    /** Runs a fork, which is killed as soon as the process is asked to end. */
    public <T> T during(Supplier<T> fork) {
        forkRuns = true;
        try {
            return fork.get();
        } finally {
            forkRuns = false;
        }
    }

    /**
     * Whether the fork's end is the user's doing. On a terminal Ctrl-C reaches the fork too, and it may be dead before
     * this process has heard: where its end looks like that, the answer waits for a moment.
     */
    public boolean explains(String cause) {
        if (SIGNALLED.matcher(cause).find()) {
            try {
                boolean unused = heard.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return happened;
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
