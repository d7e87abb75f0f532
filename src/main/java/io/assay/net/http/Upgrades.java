package io.assay.net.http;

import io.assay.http1.Fields;
import io.assay.http1.HeaderName;
import io.assay.net.tcp.TcpConnection;
import io.assay.net.websocket.Handshake;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns connections into WebSockets (RFC 6455 section 4.2). */
final class Upgrades {
    private Upgrades() {}

    /**
     * Opens a WebSocket for a request, and hands the connection over to it.
     *
     * @param stops whether the server is stopping: one that is opened now was not there when the others were told
     * @return why not; null if it was opened
     */
    static @Nullable HttpResponse open(
            LoopState loop, TcpConnection connection, Exchange read, UpgradeHandler endpoint, boolean stops) {
        Handshake.Refusal wrong = Handshake.check(read.parser);
        if (wrong != null) return Refusals.noWebSocket(wrong);
        if (read.bodyTo > read.bodyFrom) return HttpResponse.of(400);
        Upgrade decision;
        try {
            decision = Objects.requireNonNull(endpoint.upgrade(read.request), "the decision on an upgrade");
        } catch (Throwable failure) {
            return loop.failed(failure);
        }
        WebSocketHandler handler = decision.handler;
        if (handler == null) return decision.refusal;
        Fields fields = read.parser.fields();
        String key = fields.value(HeaderName.SEC_WEBSOCKET_KEY);
        String subprotocol = Handshake.subprotocol(fields, decision.subprotocols);
        connection.write(ResponseWriter.switching(Handshake.accept(key == null ? "" : key), subprotocol));
        WebSocketConnection socket =
                new WebSocketConnection(connection, loop.settings.webSocket(), handler, subprotocol);
        socket.begin();
        if (stops) socket.stopping(connection);
        return null;
    }
}
