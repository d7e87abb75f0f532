package io.assay.eventloop.jitter;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Netty's loop over NIO. */
final class NettyScheduler implements Scheduler {
    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, Daemon::thread, NioIoHandler.newFactory());
    private final EventLoop loop = group.next();
    private @Nullable Future<?> task;

    @Override
    public void start(Runnable action, long delay, long period) {
        task = loop.scheduleAtFixedRate(action, delay, period, TimeUnit.NANOSECONDS);
    }

    @Override
    public void cancel() {
        Future<?> scheduled = task;
        if (scheduled == null) return;
        CountDownLatch cancelled = new CountDownLatch(1);
        loop.execute(() -> {
            scheduled.cancel(false);
            cancelled.countDown();
        });
        Daemon.await(cancelled);
    }

    @Override
    public void close() {
        group.shutdownGracefully(0, 5, TimeUnit.SECONDS);
    }
}
