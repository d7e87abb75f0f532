package io.assay.eventloop.peers;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.TimeUnit;

/** Netty's loop over NIO, with a thread of its own. */
final class NettyLoop implements LoopAdapter {
    private final EventLoopGroup group = group();
    private final EventLoop loop = group.next();
    private final NumberedTask[] tasks;
    private final Baton baton = new Baton();
    private int left;

    NettyLoop(EventTally tally) {
        tasks = NumberedTask.upTo(BURST, tally);
    }

    static EventLoopGroup group() {
        // Its own threads keep its thread-locals in fields; others look them up in a map.
        return new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory("measured-loop", true), NioIoHandler.newFactory());
    }

    static void close(EventLoopGroup group) {
        group.shutdownGracefully(0, 5, TimeUnit.SECONDS);
    }

    @Override
    public void backlog(int events, EventTally tally) {
        loop.execute(() -> {
            tally.pushBegins();
            for (int i = 0; i < events; i++) {
                loop.execute(new NumberedTask(tally, i));
            }
            tally.pushEnds();
            loop.execute(baton);
        });
        baton.await();
    }

    @Override
    public void inLoop(int bursts) {
        left = bursts;
        loop.execute(this::burst);
        baton.await();
    }

    private void burst() {
        if (left-- == 0) {
            baton.run();
            return;
        }
        for (NumberedTask task : tasks) {
            loop.execute(task);
        }
        loop.execute(this::burst);
    }

    @Override
    public void fromOutside(int bursts) {
        for (int i = 0; i < bursts; i++) {
            for (NumberedTask task : tasks) {
                loop.execute(task);
            }
        }
        loop.execute(baton);
        baton.await();
    }

    @Override
    public void close() {
        close(group);
    }
}
