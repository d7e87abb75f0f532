package io.assay.eventloop.jitter;

import io.assay.eventloop.EventLoop;
import io.assay.eventloop.LoopTimer;
import io.assay.queue.WaitStrategy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Our loop. */
final class AssayScheduler implements Scheduler {
    private final EventLoop loop;
    private @Nullable LoopTimer timer;

    AssayScheduler(WaitStrategy waiting) {
        loop = EventLoop.builder().waiting(waiting).threads(Daemon::thread).build();
        loop.start();
    }

    @Override
    public void start(Runnable task, long delay, long period) {
        timer = loop.scheduleAtFixedRate(task, delay, period, TimeUnit.NANOSECONDS);
    }

    @Override
    public void cancel() {
        LoopTimer armed = timer;
        if (armed == null) return;
        CountDownLatch cancelled = new CountDownLatch(1);
        loop.execute(() -> {
            armed.cancel();
            cancelled.countDown();
        });
        Daemon.await(cancelled);
    }

    @Override
    public void close() {
        loop.quit();
    }
}
