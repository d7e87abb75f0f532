package io.assay.net.serve;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AsciiString;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Netty, one loop: {@code HttpServerCodec} with its own checks, no aggregator, which would cost an object more; answers of a
 * read are flushed together.
 */
final class NettyServer implements HttpPeer {
    private final EventLoopGroup group;
    private final Channel listening;

    private NettyServer(
            WebApp app,
            Answering answering,
            int port,
            IoHandlerFactory transport,
            Class<? extends ServerChannel> channel) {
        Dispatch dispatch = new Dispatch(app);
        HttpDate<AsciiString> date = new HttpDate<>(AsciiString::cached);
        group = new MultiThreadIoEventLoopGroup(1, transport);
        ChannelFuture bound = new ServerBootstrap()
                .group(group)
                .channel(channel)
                .option(ChannelOption.SO_BACKLOG, 1_024)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel child) {
                        child.pipeline()
                                .addLast(new HttpServerCodec())
                                .addLast(new Requests(dispatch, date, answering == Answering.ASYNC));
                    }
                })
                .bind(HttpPeer.anyPort(port))
                .awaitUninterruptibly();
        listening = bound.channel();
        if (!bound.isSuccess()) {
            close();
            throw new IllegalStateException(bound.cause());
        }
    }

    static NettyServer nio(WebApp app, Answering answering, int port) {
        return new NettyServer(app, answering, port, NioIoHandler.newFactory(), NioServerSocketChannel.class);
    }

    static NettyServer epoll(WebApp app, Answering answering, int port) {
        return new NettyServer(app, answering, port, EpollIoHandler.newFactory(), EpollServerSocketChannel.class);
    }

    @Override
    public int port() {
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    @Override
    public void close() {
        listening.close().syncUninterruptibly();
        group.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }

    private static final class Requests extends ChannelInboundHandlerAdapter {
        private static final byte[] NOTHING = {};

        private final Dispatch dispatch;
        private final boolean later;
        private final HttpDate<AsciiString> date;
        private HttpRequest request;
        private byte[] body = NOTHING;

        Requests(Dispatch dispatch, HttpDate<AsciiString> date, boolean later) {
            this.dispatch = dispatch;
            this.date = date;
            this.later = later;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            try {
                if (message instanceof HttpRequest head) {
                    request = head;
                    body = NOTHING;
                }
                if (message instanceof HttpContent content) take(content.content());
                if (message instanceof LastHttpContent) answer(context);
            } finally {
                ReferenceCountUtil.release(message);
            }
        }

        private void take(ByteBuf part) {
            if (!part.isReadable()) return;
            byte[] more = ByteBufUtil.getBytes(part);
            if (body.length == 0) {
                body = more;
            } else {
                byte[] all = Arrays.copyOf(body, body.length + more.length);
                System.arraycopy(more, 0, all, body.length, more.length);
                body = all;
            }
        }

        private void answer(ChannelHandlerContext context) {
            boolean readable = request.decoderResult().isSuccess();
            boolean keep = readable && HttpUtil.isKeepAlive(request);
            Reply reply = !readable
                    ? Reply.BAD_REQUEST
                    : dispatch.reply(request.method().name(), request.uri(), body, 0, body.length);
            if (later) {
                context.executor().execute(() -> {
                    write(context, reply, keep);
                    context.flush();
                });
            } else {
                write(context, reply, keep);
            }
        }

        private void write(ChannelHandlerContext context, Reply reply, boolean keep) {
            FullHttpResponse response = new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1,
                    HttpResponseStatus.valueOf(reply.status()),
                    Unpooled.wrappedBuffer(reply.body()));
            response.headers()
                    .set(HttpHeaderNames.DATE, date.now())
                    .setInt(HttpHeaderNames.CONTENT_LENGTH, reply.body().length);
            if (reply.body().length > 0)
                response.headers().set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON);
            if (reply.allow() != null) response.headers().set(HttpHeaderNames.ALLOW, reply.allow());
            if (!keep) response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
            var written = context.write(response);
            if (!keep) written.addListener(ChannelFutureListener.CLOSE);
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            context.flush();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            // The client ends its connections by a reset.
            context.close();
        }
    }
}
