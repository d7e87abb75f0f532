package io.assay.future;

import java.util.concurrent.TimeUnit;

/**
 * What {@link Future#timeout} needs of a clock. An event loop implements it, so that what times out does so on the
 * loop's own thread; {@link #daemon()} serves where there is no loop.
 */
public interface Timer {
    /**
     * Runs a task once, not before the delay has passed.
     *
     * @param task must not block; what waits for the future that timed out runs inside it
     * @param delay 0 or less means at once, but not inside this call
     * @return takes the task back; it should then no longer be held by the timer
     * @throws java.util.concurrent.RejectedExecutionException if the timer is shut down
     */
    Handle schedule(Runnable task, long delay, TimeUnit unit);

    /** The timer shared by all who name none: one daemon thread, started when first used. */
    static Timer daemon() {
        return DaemonTimer.INSTANCE;
    }

    /** A task that was scheduled. */
    interface Handle {
        /** Takes the task back; without effect if it ran, runs or was taken back. From any thread. */
        void cancel();
    }
}
