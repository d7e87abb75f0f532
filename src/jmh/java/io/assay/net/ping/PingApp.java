package io.assay.net.ping;

import io.assay.json.JsonTypes;
import io.assay.net.load.Exchanges;
import io.assay.net.serve.WebApp;
import io.assay.workload.json.Ping;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code POST /ping} with {@code {"sequence": 2}}, answered by the number behind it. */
public final class PingApp implements WebApp {
    /** The body of the request. */
    public static final String ASKED = "{\"sequence\": 2}";

    /** The body of the answer. */
    public static final String ANSWER = "{\"sequence\":3}";

    /** Where it is served. */
    public static final String PATH = "/ping";

    /** The request's bytes, with what wrk sends and a type. */
    public static byte[] request() {
        return ("POST " + PATH
                        + " HTTP/1.1\r\nHost: 127.0.0.1:8080\r\nContent-Type: application/json\r\nContent-Length: "
                        + ASKED.length() + "\r\n\r\n" + ASKED)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** What a client asks and expects. */
    public static Exchanges exchanges() {
        return Exchanges.same(request(), ANSWER.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route("POST", PATH, Ping.class, PingApp::next));
    }

    private static Object next(Object asked) {
        Ping next = new Ping();
        next.sequence = ((Ping) asked).sequence + 1;
        return next;
    }

    @Override
    public JsonTypes json() {
        return JsonTypes.of(Ping.class);
    }
}
