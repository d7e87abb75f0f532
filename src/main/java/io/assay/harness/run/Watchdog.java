package io.assay.harness.run;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Kills this process's children when a fork does not end: JMH only interrupts a benchmark that is stuck, and waits for
 * ever for one that does not listen.
 */
final class Watchdog implements AutoCloseable {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "fork-watchdog");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean bit;

    Watchdog(Duration limit) {
        var unused = timer.schedule(this::bite, limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void bite() {
        bit = true;
        killChildren();
    }

    static void killChildren() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }

    /** Whether the limit was reached. */
    boolean bit() {
        return bit;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
