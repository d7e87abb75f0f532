package io.assay.eventloop.peers;

import io.netty.channel.EventLoopGroup;

/** Netty's loop. */
final class NettyAwaits implements AwaitAdapter {
    private final EventLoopGroup group = NettyLoop.group();
    private final Baton baton = new Baton();

    @Override
    public int awaits(int count) {
        CallbackAwaits awaits = new CallbackAwaits(group.next(), count, baton);
        group.next().execute(awaits);
        baton.await();
        return awaits.awaited();
    }

    @Override
    public void close() {
        NettyLoop.close(group);
    }
}
