package io.assay.net.hold;

import io.assay.harness.api.Labelled;
import io.assay.net.hold.peers.HeldServer;
import io.assay.net.hold.peers.HeldServers;
import java.util.function.Function;

/** Whose server holds the connections: one loop each, NIO, no times after which it would end them. */
public enum HeldImplementation implements Labelled {
    /** Ours. */
    ASSAY("HttpServer of io.assay.net.http", webSocket -> HeldServers.assay()),
    /** Netty. */
    NETTY(
            "HttpServerCodec; for WebSocket with HttpObjectAggregator and WebSocketServerProtocolHandler; less work: no Date",
            HeldServers::netty),
    /** Vert.x. */
    VERTX("Vert.x's HTTP server; less work: no Date", webSocket -> HeldServers.vertx());

    private final String label;
    private final Function<Boolean, HeldServer> factory;

    HeldImplementation(String label, Function<Boolean, HeldServer> factory) {
        this.label = label;
        this.factory = factory;
    }

    @Override
    public String label() {
        return label;
    }

    /** Starts it; to be closed. */
    HeldServer start(ConnectionState state) {
        return factory.apply(state == ConnectionState.WEBSOCKET);
    }
}
