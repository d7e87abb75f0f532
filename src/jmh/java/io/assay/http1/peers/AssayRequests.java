package io.assay.http1.peers;

import io.assay.http1.Fields;
import io.assay.http1.Http1Limits;
import io.assay.http1.RequestParser;
import io.assay.http1.Strictness;

/** Our parser of requests. */
final class AssayRequests implements Http1Adapter {
    private final byte[] bytes;
    private final RequestParser parser;
    private final AssayBodies bodies = new AssayBodies();

    AssayRequests(byte[] bytes, Strictness strictness) {
        this.bytes = bytes;
        parser = new RequestParser(Http1Limits.DEFAULT, strictness);
    }

    @Override
    public void parse(int from, int to, MessageSum sum) throws ParseFailure {
        for (int at = from; at < to; ) {
            at = body(head(at, to, sum), to, sum, false);
        }
    }

    @Override
    public void parseAndRead(int from, int to, MessageSum sum) throws ParseFailure {
        for (int at = from; at < to; ) {
            int body = head(at, to, sum);
            sum.request(parser.methodName(), parser.target(), parser.minorVersion() == 1 ? "HTTP/1.1" : "HTTP/1.0");
            AssayBodies.read(parser.fields(), sum);
            at = body(body, to, sum, true);
            sum.bodyRead();
        }
    }

    private int head(int from, int to, MessageSum sum) throws ParseFailure {
        int length = parser.parse(bytes, from, to);
        if (length <= 0) {
            throw new ParseFailure(length == RequestParser.NEED_MORE ? "needs more" : String.valueOf(parser.error()));
        }
        Fields fields = parser.fields();
        sum.head(fields.count(), parser.targetEnd() - parser.targetStart());
        return from + length;
    }

    private int body(int from, int to, MessageSum sum, boolean read) throws ParseFailure {
        return switch (parser.framing()) {
            case LENGTH, CHUNKED -> bodies.parse(parser.framing(), parser.contentLength(), bytes, from, to, sum, read);
            default -> from;
        };
    }
}
