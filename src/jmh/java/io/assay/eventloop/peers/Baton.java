package io.assay.eventloop.peers;

import java.util.concurrent.TimeUnit;

/** Hands on from a loop's thread to the one that measures, without a system call in the loop. */
final class Baton implements Runnable {
    private static final int SPINS = 1_000;
    private static final long PATIENCE_SECONDS = 100;

    private volatile boolean up;

    /** Lets the waiting thread go on. */
    @Override
    public void run() {
        up = true;
    }

    /** Waits, once for each {@link #run}. */
    void await() {
        long start = System.nanoTime();
        for (int i = 0; !up; i++) {
            if (i < SPINS) {
                Thread.onSpinWait();
            } else {
                Thread.yield();
                if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                    throw new IllegalStateException("the loop has not come to its end in " + PATIENCE_SECONDS + " s");
                }
            }
        }
        up = false;
    }
}
