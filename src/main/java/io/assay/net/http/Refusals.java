package io.assay.net.http;

import io.assay.net.websocket.Handshake;
import io.assay.router.HttpMethod;
import io.assay.router.Outcome;
import java.util.stream.Collectors;

/** Answers to requests that no handler gets to see, with the fields that RFC 9110 wants in them. */
final class Refusals {
    private Refusals() {}

    /** To a request without a route: 404, 405, 204 for OPTIONS, or 400 for a path that is malformed. */
    static HttpResponse missed(Exchange read) {
        if (read.outcome == Outcome.METHOD_NOT_ALLOWED)
            return HttpResponse.of(405).with("Allow", allowed(read));
        if (read.outcome == Outcome.OPTIONS) return HttpResponse.of(204).with("Allow", allowed(read));
        return HttpResponse.of(read.outcome == Outcome.NOT_FOUND ? 404 : 400);
    }

    private static String allowed(Exchange read) {
        return read.match.allowed().stream().map(HttpMethod::name).collect(Collectors.joining(", "));
    }

    /** To a request that does not open the WebSocket of its route. */
    static HttpResponse noWebSocket(Handshake.Refusal why) {
        HttpResponse response = HttpResponse.of(why.status());
        return switch (why.status()) {
            case 405 -> response.with("Allow", "GET");
            case 426 -> response.with("Sec-WebSocket-Version", "13").offering("websocket");
            default -> response;
        };
    }

    /** To a request while too many await their answers. */
    static HttpResponse tooMany() {
        return HttpResponse.of(503).with("Retry-After", "1");
    }
}
