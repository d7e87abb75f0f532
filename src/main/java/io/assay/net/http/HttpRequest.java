package io.assay.net.http;

import io.assay.http1.Fields;
import io.assay.http1.HeaderName;
import io.assay.json.JsonException;
import io.assay.router.HttpMethod;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A request with its whole body; lent to the handler until that returns. */
public final class HttpRequest {
    private final Exchange exchange;
    private final LoopState loop;

    HttpRequest(Exchange exchange, LoopState loop) {
        this.exchange = exchange;
        this.loop = loop;
    }

    /** The method. */
    public HttpMethod method() {
        return exchange.method;
    }

    /** The path as received, without the query. */
    public String path() {
        return exchange.text(exchange.pathFrom, exchange.pathTo);
    }

    /** What stands behind the question mark, as received; null without one. */
    public @Nullable String query() {
        return exchange.pathTo < exchange.targetTo ? exchange.text(exchange.pathTo + 1, exchange.targetTo) : null;
    }

    /** A parameter of the route's template; null when it has none of this name. */
    public @Nullable String parameter(String name) {
        return exchange.match.text(name);
    }

    /** The header fields. */
    public Fields fields() {
        return exchange.parser.fields();
    }

    /** The value of the first field of a name; null without one. */
    public @Nullable String field(HeaderName name) {
        return exchange.parser.fields().value(name);
    }

    /** The array that holds the body, from {@link #bodyFrom} to {@link #bodyTo}. */
    public byte[] bodyBytes() {
        return exchange.bodyBytes;
    }

    /** Where the body starts. */
    public int bodyFrom() {
        return exchange.bodyFrom;
    }

    /** Where the body ends. */
    public int bodyTo() {
        return exchange.bodyTo;
    }

    /** A copy of the body. */
    public byte[] body() {
        return Arrays.copyOfRange(exchange.bodyBytes, exchange.bodyFrom, exchange.bodyTo);
    }

    /** The body as UTF-8; what is malformed becomes U+FFFD. */
    public String bodyText() {
        return new String(
                exchange.bodyBytes, exchange.bodyFrom, exchange.bodyTo - exchange.bodyFrom, StandardCharsets.UTF_8);
    }

    /**
     * The body read as JSON.
     *
     * @throws JsonException when it is none of this type; a handler may let it go through, which answers with 400
     * @throws IllegalArgumentException when the server's JSON types do not have this one
     */
    public <T> @Nullable T json(Class<T> type) throws JsonException {
        return loop.codec.read(exchange.bodyBytes, exchange.bodyFrom, exchange.bodyTo, type);
    }
}
