package io.assay.eventloop.jitter;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The JDK's executor, and Netty's loop, which is one as well. */
final class ExecutorScheduler implements Scheduler {
    private final ScheduledExecutorService executor;
    private final Runnable end;
    private @Nullable Future<?> task;

    private ExecutorScheduler(ScheduledExecutorService executor, Runnable end) {
        this.executor = executor;
        this.end = end;
    }

    static Scheduler jdk() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, Daemon::thread);
        return new ExecutorScheduler(executor, executor::shutdownNow);
    }

    static Scheduler netty() {
        // Its thread-locals are quick on threads of its own kind alone.
        EventLoopGroup group = new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory("measured-loop", true), NioIoHandler.newFactory());
        return new ExecutorScheduler(group.next(), () -> group.shutdownGracefully(0, 5, TimeUnit.SECONDS));
    }

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
        end.run();
    }
}
