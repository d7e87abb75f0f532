package io.assay.net.http;

import io.assay.json.JsonCodec;
import io.assay.net.tcp.NetLoop;
import io.assay.router.Router;
import java.util.ArrayDeque;

/** What a server's connections share on one loop. */
final class LoopState {
    private static final int KEPT = 64;

    final NetLoop net;
    final HttpSettings settings;
    final Router<Endpoint> router;
    final JsonCodec codec;
    final ResponseWriter writer;
    private final ArrayDeque<Exchange> free = new ArrayDeque<>();
    /** Requests whose handlers have not answered yet. */
    int pending;

    LoopState(NetLoop net, HttpSettings settings, Router<Endpoint> router) {
        this.net = net;
        this.settings = settings;
        this.router = router;
        codec = settings.json().newCodec();
        writer = new ResponseWriter(codec);
    }

    Exchange take() {
        Exchange exchange = free.pollLast();
        return exchange == null ? new Exchange(this) : exchange;
    }

    void give(Exchange exchange) {
        exchange.clear();
        if (free.size() < KEPT) free.addLast(exchange);
    }
}
