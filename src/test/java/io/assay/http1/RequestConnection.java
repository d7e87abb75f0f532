package io.assay.http1;

/** A server's side of a connection. */
final class RequestConnection extends Connection {
    private final RequestParser parser;
    private final BufferKind.Entries entries;

    RequestConnection(byte[] bytes, BufferKind kind, Http1Limits limits, Strictness strictness) {
        super(bytes, kind, limits);
        parser = new RequestParser(limits, strictness);
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
        return parser.framing();
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
        return parser.method() + " " + parser.methodName() + " " + parser.methodStart() + "-" + parser.methodEnd()
                + ", " + parser.targetForm() + " " + parser.target() + " " + parser.targetStart() + "-"
                + parser.targetEnd() + ", 1." + parser.minorVersion() + ", keepAlive " + parser.keepAlive()
                + ", expect " + parser.expectContinue() + ", upgrade " + parser.upgrade();
    }

    @Override
    Message message() {
        return Message.head(
                parser.methodName() + " " + parser.target() + " 1." + parser.minorVersion(), list(parser.fields()));
    }
}
