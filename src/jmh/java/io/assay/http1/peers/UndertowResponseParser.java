package io.assay.http1.peers;

import io.undertow.client.http.UndertowResponses;
import java.nio.ByteBuffer;

/** Undertow's parser of responses. */
final class UndertowResponseParser implements Http1Adapter {
    private final UndertowResponses parser = new UndertowResponses();
    private final ByteBuffer in;

    UndertowResponseParser(byte[] bytes) {
        in = ByteBuffer.wrap(bytes);
    }

    @Override
    public void parse(int from, int to, MessageSum sum) throws ParseFailure {
        run(from, to, sum, false);
    }

    @Override
    public void parseAndRead(int from, int to, MessageSum sum) throws ParseFailure {
        run(from, to, sum, true);
    }

    private void run(int from, int to, MessageSum sum, boolean read) throws ParseFailure {
        in.limit(to).position(from);
        while (in.hasRemaining()) {
            if (!parser.parse(in)) {
                throw new ParseFailure("needs more");
            }
            sum.head(parser.fields().size(), parser.status());
            if (read) {
                sum.response(parser.version(), parser.status(), parser.reason());
                UndertowParser.read(parser.fields(), sum);
                sum.bodyRead();
            }
        }
    }
}
