package io.assay.net.http;

/** What a route leads to. */
sealed interface Endpoint {
    /** A handler of requests. */
    record Plain(HttpHandler handler) implements Endpoint {}

    /** Opens WebSockets. */
    record Upgrading(UpgradeHandler handler) implements Endpoint {}
}
