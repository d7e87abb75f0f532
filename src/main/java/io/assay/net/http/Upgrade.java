package io.assay.net.http;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What becomes of a request to open a WebSocket: a handler for it, or an answer that refuses it. Immutable. */
public final class Upgrade {
    final @Nullable WebSocketHandler handler;
    final @Nullable HttpResponse refusal;
    final List<String> subprotocols;

    private Upgrade(@Nullable WebSocketHandler handler, @Nullable HttpResponse refusal, List<String> subprotocols) {
        this.handler = handler;
        this.refusal = refusal;
        this.subprotocols = subprotocols;
    }

    /** Opens it, for this handler. */
    public static Upgrade to(WebSocketHandler handler) {
        return new Upgrade(Objects.requireNonNull(handler, "a WebSocket's handler"), null, List.of());
    }

    /** Does not open it: 403 for a foreign {@code Origin}, for instance (RFC 6455 section 4.2.2). The connection goes on. */
    public static Upgrade refuse(HttpResponse response) {
        return new Upgrade(null, Objects.requireNonNull(response, "a refusal"), List.of());
    }

    /**
     * The same, with the subprotocols that the handler speaks, the preferred one first. The first that the client has offered
     * is taken, and told by {@link WebSocket#subprotocol}; if none was, the WebSocket is opened without one.
     */
    public Upgrade speaking(String... names) {
        return new Upgrade(handler, refusal, List.of(names));
    }
}
