package io.assay.net.http;

import java.util.function.Supplier;

/** What a route leads to. */
sealed interface Endpoint {
    /** A handler of requests. */
    record Plain(HttpHandler handler) implements Endpoint {}

    /** A handler of each connection that is upgraded. */
    record Upgrade(Supplier<? extends WebSocketHandler> handlers) implements Endpoint {}
}
