package io.assay.http1.peers;

import io.assay.http1.Http1Limits;
import io.assay.http1.ResponseParser;
import io.assay.http1.Strictness;

/** Our parser of responses, here of those to HEAD, which have no body. */
final class AssayResponses implements Http1Adapter {
    private final byte[] bytes;
    private final ResponseParser parser;

    AssayResponses(byte[] bytes, Strictness strictness) {
        this.bytes = bytes;
        parser = new ResponseParser(Http1Limits.DEFAULT, strictness);
    }

    @Override
    public void parse(int from, int to, MessageSum sum) throws ParseFailure {
        for (int at = from; at < to; ) {
            at = head(at, to, sum);
        }
    }

    @Override
    public void parseAndRead(int from, int to, MessageSum sum) throws ParseFailure {
        for (int at = from; at < to; ) {
            at = head(at, to, sum);
            sum.response(parser.minorVersion() == 1 ? "HTTP/1.1" : "HTTP/1.0", parser.status(), parser.reason());
            AssayBodies.read(parser.fields(), sum);
            sum.bodyRead();
        }
    }

    private int head(int from, int to, MessageSum sum) throws ParseFailure {
        int length = parser.parse(bytes, from, to);
        if (length <= 0) {
            throw new ParseFailure(length == ResponseParser.NEED_MORE ? "needs more" : String.valueOf(parser.error()));
        }
        sum.head(parser.fields().count(), parser.status());
        return from + length;
    }
}
