package io.assay.eventloop.jitter;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Threads that do not keep a fork alive, and waits that end. */
final class Daemon {
    private Daemon() {}

    static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "measured-loop");
        thread.setDaemon(true);
        return thread;
    }

    static void await(CountDownLatch latch) {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) throw new IllegalStateException("the loop does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
