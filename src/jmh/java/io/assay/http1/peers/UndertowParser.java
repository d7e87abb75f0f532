package io.assay.http1.peers;

import io.undertow.conduits.UndertowChunks;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.UndertowRequests;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import java.nio.ByteBuffer;

/** Undertow's parser of requests: an exchange a request, path and query taken apart and decoded. */
final class UndertowParser implements Http1Adapter {
    private final UndertowRequests parser = new UndertowRequests();
    private final ByteBuffer in;

    UndertowParser(byte[] bytes) {
        in = ByteBuffer.wrap(bytes);
    }

    @Override
    public void parse(int from, int to, MessageSum sum) throws Exception {
        run(from, to, sum, false);
    }

    @Override
    public void parseAndRead(int from, int to, MessageSum sum) throws Exception {
        run(from, to, sum, true);
    }

    private void run(int from, int to, MessageSum sum, boolean read) throws Exception {
        in.limit(to).position(from);
        while (in.hasRemaining()) {
            HttpServerExchange exchange = parser.parse(in);
            if (exchange == null) {
                throw new ParseFailure("needs more");
            }
            String path = exchange.getRequestURI();
            String query = exchange.getQueryString();
            HeaderMap fields = exchange.getRequestHeaders();
            sum.head(fields.size(), path.length() + (query.isEmpty() ? 0 : 1 + query.length()));
            if (read) {
                sum.request(
                        exchange.getRequestMethod().toString(),
                        path,
                        query,
                        exchange.getProtocol().toString());
                read(fields, sum);
            }
            body(exchange, sum, read);
        }
    }

    private void body(HttpServerExchange exchange, MessageSum sum, boolean read) throws Exception {
        HeaderMap fields = exchange.getRequestHeaders();
        String length = fields.getFirst(Headers.CONTENT_LENGTH);
        if (fields.contains(Headers.TRANSFER_ENCODING)) {
            chunks(exchange, sum, read);
        } else if (length != null) {
            int bytes = Integer.parseInt(length);
            take(bytes, sum, read);
            sum.body(bytes);
        }
        if (read) {
            sum.bodyRead();
        }
    }

    private void chunks(HttpServerExchange exchange, MessageSum sum, boolean read) throws Exception {
        UndertowChunks chunks = new UndertowChunks(exchange, UndertowRequests.TRAILERS);
        int total = 0;
        for (int length = chunks.next(in); length >= 0; length = chunks.next(in)) {
            if (length == 0) {
                throw new ParseFailure("needs more");
            }
            take(length, sum, read);
            chunks.taken();
            total += length;
        }
        sum.body(total);
        HeaderMap trailers = exchange.getAttachment(UndertowRequests.TRAILERS);
        if (read && trailers != null) {
            read(trailers, sum);
        }
    }

    private void take(int length, MessageSum sum, boolean read) {
        if (read) {
            sum.copy(in.array(), in.position(), length);
        }
        in.position(in.position() + length);
    }

    /** Reads fields in the order of the map. */
    static void read(HeaderMap fields, MessageSum sum) {
        for (long at = fields.fastIterate(); at != -1; at = fields.fiNext(at)) {
            HeaderValues values = fields.fiCurrent(at);
            for (int i = 0; i < values.size(); i++) {
                sum.field(values.getHeaderName().toString(), values.get(i));
            }
        }
    }
}
