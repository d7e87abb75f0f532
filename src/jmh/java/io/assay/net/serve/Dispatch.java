package io.assay.net.serve;

import io.assay.json.JsonCodec;
import io.assay.json.JsonException;
import io.assay.net.serve.WebApp.Route;
import java.util.List;
import java.util.stream.Collectors;

/** Routes, reads and writes for the servers that are not ours: two comparisons of strings, and our codec. Thread-safe. */
final class Dispatch {
    private final List<Route> routes;
    private final ThreadLocal<JsonCodec> codecs;

    Dispatch(WebApp app) {
        routes = app.routes();
        codecs = ThreadLocal.withInitial(() -> app.json().newCodec());
    }

    Reply reply(String method, String path, byte[] bytes, int from, int to) {
        boolean known = false;
        for (Route route : routes) {
            if (!route.path().equals(path)) continue;
            if (route.method().equals(method)) return answer(route, bytes, from, to);
            known = true;
        }
        return known ? Reply.notAllowed(allowed(path)) : Reply.NOT_FOUND;
    }

    private Reply answer(Route route, byte[] bytes, int from, int to) {
        JsonCodec codec = codecs.get();
        try {
            Object body = route.reads() == Void.class ? null : codec.read(bytes, from, to, route.reads());
            Object answer = body == null && route.reads() != Void.class
                    ? Reply.BAD_REQUEST
                    : route.action().answer(body);
            return answer instanceof Reply reply ? reply : new Reply(200, codec.toBytes(answer), null);
        } catch (JsonException e) {
            return Reply.BAD_REQUEST;
        }
    }

    private String allowed(String path) {
        return routes.stream()
                .filter(route -> route.path().equals(path))
                .map(Route::method)
                .collect(Collectors.joining(", "));
    }
}
