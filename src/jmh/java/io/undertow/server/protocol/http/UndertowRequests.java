package io.undertow.server.protocol.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.BadRequestException;
import io.undertow.util.HeaderMap;
import java.nio.ByteBuffer;
import org.xnio.OptionMap;

/** Opens Undertow's package-private parser of requests. */
public final class UndertowRequests {
    /** Where trailers are put. */
    public static final AttachmentKey<HeaderMap> TRAILERS = HttpAttachments.REQUEST_TRAILERS;

    private final RequestParser parser = RequestParser.instance(OptionMap.EMPTY);
    private final RequestState state = new RequestState();

    /**
     * Parses a head.
     *
     * @return a new exchange, as its server makes one a request, or null when the head goes on behind the bytes
     * @throws BadRequestException when it is refused
     */
    public HttpServerExchange parse(ByteBuffer in) throws BadRequestException {
        HttpServerExchange exchange = new HttpServerExchange(null);
        state.reset();
        parser.handle(in, state, exchange);
        return state.isComplete() ? exchange : null;
    }
}
