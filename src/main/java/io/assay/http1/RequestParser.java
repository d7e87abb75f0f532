package io.assay.http1;

/** Parses the heads of requests (RFC 9112); {@link HeadParser} has the contract. */
public final class RequestParser extends HeadParser {
    private static final long HOST = 1L << HeaderName.HOST.id();
    private static final long EXPECT = 1L << HeaderName.EXPECT.id();

    private final RequestLine line;

    /** A strict parser with {@link Http1Limits#DEFAULT}. */
    public RequestParser() {
        this(Http1Limits.DEFAULT, Strictness.STRICT);
    }

    /** A parser. */
    public RequestParser(Http1Limits limits, Strictness strictness) {
        super(RequestLine::new, limits, strictness);
        line = (RequestLine) startLine();
    }

    @Override
    int check(int length) {
        long seen = fields.seen;
        if ((seen & HOST) == 0) {
            if (line.minorVersion > 0 && strictness == Strictness.STRICT) {
                return refusal.set(Http1Error.MISSING_HOST, length - 2);
            }
        } else if (checkHost() < 0) {
            return REFUSED;
        }
        if (framing.read(fields, line.minorVersion, refusal) < 0) return REFUSED;
        return (seen & EXPECT) == 0 || strictness == Strictness.LAX ? 0 : checkExpect();
    }

    private int checkHost() {
        int field = fields.indexOf(HeaderName.HOST);
        if ((fields.repeated & HOST) != 0) {
            int second = fields.indexOf(HeaderName.HOST, field + 1);
            return refusal.set(Http1Error.DUPLICATE_HOST, fields.nameStart(second));
        }
        int from = fields.base + fields.valueStart(field);
        int to = fields.base + fields.valueEnd(field);
        int wrong = Authority.check(fields.buffer, from, to, 0);
        return wrong < 0 ? 0 : refusal.set(Http1Error.BAD_HOST, wrong - fields.base);
    }

    private int checkExpect() {
        for (int i = fields.indexOf(HeaderName.EXPECT); i >= 0; i = fields.indexOf(HeaderName.EXPECT, i + 1)) {
            if (!fields.valueEqualsIgnoreCase(i, "100-continue")) {
                return refusal.set(Http1Error.UNKNOWN_EXPECTATION, fields.valueStart(i));
            }
        }
        return 0;
    }

    /** The method, {@link RequestMethod#OTHER} for a token that has no constant. */
    public RequestMethod method() {
        return line.method;
    }

    /** The method's token; the standard ones as constants. */
    public String methodName() {
        return line.method == RequestMethod.OTHER ? string(methodStart(), methodEnd()) : line.method.name();
    }

    /** Where the method starts: 0, but for empty lines before it. */
    public int methodStart() {
        return line.lineStart;
    }

    /** Where the method ends. */
    public int methodEnd() {
        return line.methodEnd;
    }

    /** The form of the target. */
    public TargetForm targetForm() {
        return line.form;
    }

    /** The target as received, one char a byte (ISO 8859-1; in strict mode ASCII alone). */
    public String target() {
        return string(line.targetStart, line.targetEnd);
    }

    /** Where the target starts. */
    public int targetStart() {
        return line.targetStart;
    }

    /** Where the target ends. */
    public int targetEnd() {
        return line.targetEnd;
    }

    /** How the body's end is found: {@code NONE}, {@code LENGTH} or {@code CHUNKED}. */
    public Framing framing() {
        if (framing.chunked) return Framing.CHUNKED;
        return framing.contentLength > 0 ? Framing.LENGTH : Framing.NONE;
    }

    /** Whether the client lets the connection persist (RFC 9112 section 9.3). */
    public boolean keepAlive() {
        return persistent();
    }

    /** Whether the client waits for a 100 before it sends the body (RFC 9110 section 10.1.1). */
    public boolean expectContinue() {
        int field = fields.indexOf(HeaderName.EXPECT);
        return field >= 0 && line.minorVersion > 0 && fields.valueEqualsIgnoreCase(field, "100-continue");
    }

    /** Whether the client asks for one of the protocols in Upgrade (RFC 9110 section 7.8). */
    public boolean upgrade() {
        return upgrades();
    }
}
