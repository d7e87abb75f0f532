package io.assay.net.echo.peers;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.util.concurrent.Promise;
import java.util.concurrent.TimeUnit;

/** Netty's own handlers, which put messages together. */
final class NettyWebSocket extends NettyServer.Echo {
    private static final int REQUEST = 8 << 10;

    private final Answer answer;

    private NettyWebSocket(Answer answer) {
        this.answer = answer;
    }

    static EchoServer server(NettyTransport transport, Answer answer) {
        WebSocketServerProtocolConfig config = WebSocketServerProtocolConfig.newBuilder()
                .websocketPath("/")
                .maxFramePayloadLength(WebSocketServers.LONGEST)
                .build();
        return new NettyServer(
                transport,
                pipeline -> pipeline.addLast(
                        new HttpServerCodec(),
                        new HttpObjectAggregator(REQUEST),
                        new WebSocketServerProtocolHandler(config),
                        new WebSocketFrameAggregator(WebSocketServers.LONGEST),
                        new NettyWebSocket(answer)));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf payload = ((BinaryWebSocketFrame) message).content();
        if (answer == Answer.AT_ONCE) {
            context.write(new BinaryWebSocketFrame(payload));
            return;
        }
        Promise<Boolean> promise = context.executor().newPromise();
        promise.addListener(done -> context.writeAndFlush(new BinaryWebSocketFrame(payload)));
        if (answer == Answer.NEXT_TURN) {
            context.executor().execute(() -> promise.setSuccess(true));
        } else {
            context.executor().schedule(() -> promise.setSuccess(true), 1, TimeUnit.MILLISECONDS);
        }
    }
}
