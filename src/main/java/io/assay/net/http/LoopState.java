package io.assay.net.http;

import io.assay.json.JsonCodec;
import io.assay.json.JsonException;
import io.assay.net.tcp.NetLoop;
import io.assay.router.Router;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

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

    /** What a handler has come to: its answer, or one to its failure. */
    HttpResponse answer(@Nullable HttpResponse response, @Nullable Throwable failure) {
        if (failure != null) return failed(failure);
        return response != null ? response : failed(new NullPointerException("the answer was null"));
    }

    /** The answer to a request whose handler has failed: its sender's fault if the body was no JSON, else ours. */
    HttpResponse failed(Throwable cause) {
        if (cause instanceof JsonException) return HttpResponse.text(400, String.valueOf(cause.getMessage()));
        net.report(this, cause);
        return HttpResponse.of(500);
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
