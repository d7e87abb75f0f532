package io.assay.eventloop.jitter;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The JDK's executor. */
final class JdkScheduler implements Scheduler {
    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, Daemon::thread);
    private @Nullable Future<?> task;

    @Override
    public void start(Runnable action, long delay, long period) {
        task = executor.scheduleAtFixedRate(action, delay, period, TimeUnit.NANOSECONDS);
    }

    @Override
    public void cancel() {
        Future<?> scheduled = task;
        if (scheduled == null) return;
        scheduled.cancel(false);
        // Behind a run that was under way.
        CountDownLatch rested = new CountDownLatch(1);
        executor.execute(rested::countDown);
        Daemon.await(rested);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
