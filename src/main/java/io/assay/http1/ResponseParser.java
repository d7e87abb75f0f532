package io.assay.http1;

/** Parses the heads of responses (RFC 9112); {@link HeadParser} has the contract. */
public final class ResponseParser extends HeadParser {
    private final StatusLine line;

    /** A strict parser with {@link Http1Limits#DEFAULT}. */
    public ResponseParser() {
        this(Http1Limits.DEFAULT, Strictness.STRICT);
    }

    /** A parser. */
    public ResponseParser(Http1Limits limits, Strictness strictness) {
        super(StatusLine::new, limits, strictness);
        line = (StatusLine) startLine();
    }

    @Override
    int check(int length) {
        return framing.read(fields, line.minorVersion, refusal);
    }

    /** The status code, 100 to 599; in lax mode to 999. */
    public int status() {
        return line.status;
    }

    /** Where the reason phrase starts. */
    public int reasonStart() {
        return line.reasonStart;
    }

    /** Where the reason phrase ends. */
    public int reasonEnd() {
        return line.reasonEnd;
    }

    /** The reason phrase, one char a byte (ISO 8859-1). */
    public String reason() {
        return string(line.reasonStart, line.reasonEnd);
    }

    /** How the body's end is found (RFC 9112 section 6.3), given the method of the request that is answered. */
    public Framing framing(RequestMethod request) {
        int status = line.status;
        if (status == 101 || (request == RequestMethod.CONNECT && status / 100 == 2)) return Framing.TUNNEL;
        if (request == RequestMethod.HEAD || status < 200 || status == 204 || status == 304) return Framing.NONE;
        if (framing.chunked) return Framing.CHUNKED;
        if (framing.contentLength < 0) return Framing.UNTIL_CLOSE;
        return framing.contentLength > 0 ? Framing.LENGTH : Framing.NONE;
    }

    /** Whether another response may follow on the connection (RFC 9112 section 9.3). */
    public boolean keepAlive(RequestMethod request) {
        Framing body = framing(request);
        return body != Framing.UNTIL_CLOSE && body != Framing.TUNNEL && persistent();
    }

    /** Whether the server switches to the protocol in Upgrade (RFC 9110 section 7.8). */
    public boolean upgrade() {
        return line.status == 101 && upgrades();
    }
}
