package io.assay.future;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One daemon thread for the whole JVM. */
final class DaemonTimer implements Timer {
    static final Timer INSTANCE = new DaemonTimer();

    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "assay-future-timer");
        thread.setDaemon(true);
        return thread;
    });

    private DaemonTimer() {
        // Otherwise a timeout that was not needed would hold its future until its time has come.
        executor.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Handle schedule(Runnable task, long delay, TimeUnit unit) {
        ScheduledFuture<?> scheduled = executor.schedule(task, delay, unit);
        return () -> scheduled.cancel(false);
    }
}
