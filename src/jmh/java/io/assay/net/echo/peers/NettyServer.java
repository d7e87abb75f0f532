package io.assay.net.echo.peers;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Netty, one loop for all. */
final class NettyServer implements EchoServer {
    private final EventLoopGroup group;
    private final Channel listening;

    NettyServer(NettyTransport transport, Consumer<ChannelPipeline> pipeline) {
        // Its own threads keep its thread-locals in fields; others look them up in a map.
        group = new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory("measured-server", true), transport.factory());
        listening = new ServerBootstrap()
                .group(group)
                .channel(transport.channel())
                .option(ChannelOption.SO_BACKLOG, 1_024)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel child) {
                        pipeline.accept(child.pipeline());
                    }
                })
                .bind(EchoServer.any())
                .syncUninterruptibly()
                .channel();
    }

    /** TCP. */
    static EchoServer tcp(NettyTransport transport) {
        return new NettyServer(transport, pipeline -> pipeline.addLast(new Echo()));
    }

    @Override
    public InetSocketAddress address() {
        return (InetSocketAddress) listening.localAddress();
    }

    @Override
    public void close() {
        group.shutdownGracefully(0, PATIENCE, TimeUnit.SECONDS).syncUninterruptibly();
    }

    /** Writes what it reads, flushes once a read, and does not read while the peer does not. */
    static class Echo extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            context.write(message);
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            context.flush();
        }

        @Override
        public void channelWritabilityChanged(ChannelHandlerContext context) {
            boolean writable = context.channel().isWritable();
            context.channel().config().setAutoRead(writable);
            if (!writable) context.flush();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            // The client ends its connections by a reset.
            context.close();
        }
    }
}
