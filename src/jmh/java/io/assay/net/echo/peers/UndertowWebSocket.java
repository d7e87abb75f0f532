package io.assay.net.echo.peers;

import io.assay.net.serve.UndertowLog;
import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedBinaryMessage;
import io.undertow.websockets.core.WebSocketCallback;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.xnio.Options;
import org.xnio.Pooled;

/** Undertow, one I/O thread, on which its listeners run. */
final class UndertowWebSocket implements EchoServer {
    private final Undertow server;

    UndertowWebSocket() {
        UndertowLog.quiet();
        server = Undertow.builder()
                .addHttpListener(0, EchoServer.any().getHostString())
                .setIoThreads(1)
                .setWorkerThreads(1)
                .setSocketOption(Options.TCP_NODELAY, true)
                .setSocketOption(Options.BACKLOG, 1_024)
                .setHandler(Handlers.websocket((exchange, channel) -> {
                    channel.getReceiveSetter().set(new Echo());
                    channel.resumeReceives();
                }))
                .build();
        server.start();
    }

    @Override
    public InetSocketAddress address() {
        return (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static final class Echo extends AbstractReceiveListener {
        /** Answers that are not out yet; of the one I/O thread. */
        private int underWay;

        @Override
        protected long getMaxBinaryBufferSize() {
            return WebSocketServers.LONGEST;
        }

        @Override
        protected void onFullBinaryMessage(WebSocketChannel channel, BufferedBinaryMessage message) {
            Pooled<ByteBuffer[]> data = message.getData();
            underWay++;
            WebSockets.sendBinary(data.getResource(), channel, new WebSocketCallback<Void>() {
                @Override
                public void complete(WebSocketChannel socket, Void nothing) {
                    data.close();
                    if (--underWay == 0) socket.resumeReceives();
                }

                @Override
                public void onError(WebSocketChannel socket, Void nothing, Throwable failure) {
                    data.close();
                }
            });
            // It would queue whatever the peer does not read.
            if (underWay > 0) channel.suspendReceives();
        }
    }
}
