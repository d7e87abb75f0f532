package io.assay.net.http;

import io.assay.http1.Http1Limits;
import io.assay.json.JsonTypes;
import io.assay.net.tcp.TcpSettings;
import io.assay.net.websocket.WebSocketLimits;

/**
 * Settings of a server.
 *
 * @param limits of heads and chunks; above them 414, 431 or 400
 * @param maxBody bytes of a request's body; above them 413
 * @param headNanos from the first byte of a head that came in pieces to its last; then 408
 * @param bodyNanos from the head of a request whose body came in pieces to its last byte; then 408
 * @param maxPending requests of a loop that may await their answer; those above get 503
 * @param json what {@link HttpRequest#json} and {@link HttpResponse#json} may be
 * @param webSocket limits of WebSocket endpoints
 * @param tcp connections: among others how many, and how long they may be idle
 */
public record HttpSettings(
        Http1Limits limits,
        int maxBody,
        long headNanos,
        long bodyNanos,
        int maxPending,
        JsonTypes json,
        WebSocketLimits webSocket,
        TcpSettings tcp) {
    /** Bodies of 1 MiB, heads in 10 s, bodies in 30 s, 10,000 pending, no JSON types, the defaults of the others. */
    public static final HttpSettings DEFAULT = new HttpSettings(
            Http1Limits.DEFAULT,
            1 << 20,
            10_000_000_000L,
            30_000_000_000L,
            10_000,
            JsonTypes.of(),
            WebSocketLimits.DEFAULT,
            TcpSettings.DEFAULT);

    private static final int ABOVE_THE_MARK = ResponseWriter.LONGEST_HEAD + ArraySource.PIECE;

    /**
     * Checks them.
     *
     * @throws IllegalArgumentException when a number is below 0, a head does not fit the input of {@code tcp}, or an answer's
     *     head and a piece of its body do not fit between its high-water mark and {@code maxOutput}
     */
    public HttpSettings {
        if (maxBody < 0 || headNanos < 0 || bodyNanos < 0 || maxPending < 0) {
            throw new IllegalArgumentException("a negative limit");
        }
        int held = Math.max(limits.maxHead(), limits.maxTrailers());
        if (tcp.maxInput() < held) {
            throw new IllegalArgumentException(
                    "a head of " + held + " bytes does not fit into maxInput " + tcp.maxInput());
        }
        if (tcp.maxOutput() - tcp.highWater() < ABOVE_THE_MARK) {
            throw new IllegalArgumentException("maxOutput has to be " + ABOVE_THE_MARK + " bytes above highWater "
                    + tcp.highWater() + ", for an answer's head and a piece of its body, not " + tcp.maxOutput());
        }
    }

    /** These settings with other JSON types. */
    public HttpSettings withJson(JsonTypes types) {
        return new HttpSettings(limits, maxBody, headNanos, bodyNanos, maxPending, types, webSocket, tcp);
    }

    /** These settings with other limits of requests. */
    public HttpSettings withLimits(Http1Limits heads, int body, int pending) {
        return new HttpSettings(heads, body, headNanos, bodyNanos, pending, json, webSocket, tcp);
    }

    /** These settings with other times. */
    public HttpSettings withTimes(long head, long body) {
        return new HttpSettings(limits, maxBody, head, body, maxPending, json, webSocket, tcp);
    }

    /** These settings with others for WebSocket. */
    public HttpSettings withWebSocket(WebSocketLimits other) {
        return new HttpSettings(limits, maxBody, headNanos, bodyNanos, maxPending, json, other, tcp);
    }

    /** These settings with others for connections. */
    public HttpSettings withTcp(TcpSettings other) {
        return new HttpSettings(limits, maxBody, headNanos, bodyNanos, maxPending, json, webSocket, other);
    }
}
