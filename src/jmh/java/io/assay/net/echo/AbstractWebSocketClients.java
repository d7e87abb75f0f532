package io.assay.net.echo;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Clients of a WebSocket server. */
@State(Scope.Thread)
public abstract class AbstractWebSocketClients extends AbstractManyConnections {
    /** The server. */
    @Param
    public WebSocketImplementation implementation;

    @Override
    final EchoPeer peer() {
        return implementation;
    }
}
