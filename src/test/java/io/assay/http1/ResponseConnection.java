package io.assay.http1;

/** A client's side of a connection, which sends requests of one method. */
final class ResponseConnection extends Connection {
    private final ResponseParser parser;
    private final RequestMethod request;
    private final BufferKind.Entries entries;

    ResponseConnection(
            byte[] bytes, BufferKind kind, Http1Limits limits, Strictness strictness, RequestMethod request) {
        super(bytes, kind, limits);
        this.request = request;
        parser = new ResponseParser(limits, strictness);
        entries = new BufferKind.Entries(parser::parse, parser::parse, parser::parse);
    }

    @Override
    BufferKind.Entries entries() {
        return entries;
    }

    @Override
    void reset() {
        parser.reset();
    }

    @Override
    Http1Error error() {
        return parser.error();
    }

    @Override
    int errorOffset() {
        return parser.errorOffset();
    }

    @Override
    Framing framing() {
        return parser.framing(request);
    }

    @Override
    long contentLength() {
        return parser.contentLength();
    }

    @Override
    Fields fields() {
        return parser.fields();
    }

    @Override
    String facts() {
        return "1." + parser.minorVersion() + " " + parser.status() + ", " + parser.reasonStart() + "-"
                + parser.reasonEnd() + " " + parser.reason() + ", keepAlive " + parser.keepAlive(request)
                + ", upgrade " + parser.upgrade();
    }

    @Override
    Message message() {
        return Message.head(parser.minorVersion() + " " + parser.status(), list(parser.fields()));
    }
}
