package io.undertow.client.http;

import io.undertow.util.HeaderMap;
import java.nio.ByteBuffer;

/** Opens Undertow's package-private parser of responses. */
public final class UndertowResponses {
    private HttpResponseBuilder builder = new HttpResponseBuilder();

    /**
     * Parses a head into a new builder, as its client makes one a response.
     *
     * @return whether it was complete
     */
    public boolean parse(ByteBuffer in) {
        builder = new HttpResponseBuilder();
        ResponseParser.INSTANCE.handle(in, builder.getParseState(), builder);
        return builder.getParseState().isComplete();
    }

    /** Version of the response parsed last. */
    public String version() {
        return builder.getProtocol().toString();
    }

    /** Status of the response parsed last. */
    public int status() {
        return builder.getStatusCode();
    }

    /** Reason phrase of the response parsed last. */
    public String reason() {
        return builder.getReasonPhrase();
    }

    /** Fields of the response parsed last. */
    public HeaderMap fields() {
        return builder.getResponseHeaders();
    }
}
