package io.assay.net.http;

import io.assay.http1.BodyParser;
import io.assay.http1.Fields;
import io.assay.http1.Framing;
import io.assay.http1.HeaderName;
import io.assay.http1.RequestMethod;
import io.assay.http1.RequestParser;
import io.assay.http1.Strictness;
import io.assay.http1.TargetForm;
import io.assay.net.ArrayPool;
import io.assay.router.HttpMethod;
import io.assay.router.Outcome;
import io.assay.router.RouteMatch;
import io.assay.router.Router;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;

/**
 * What it takes to read one request. A loop has few and uses them again: a connection holds one from the first byte of a
 * request to its last, and none at rest.
 */
final class Exchange {
    private static final byte[] NONE = {};
    private static final EnumMap<RequestMethod, HttpMethod> METHODS = new EnumMap<>(RequestMethod.class);

    static {
        for (RequestMethod method : RequestMethod.values()) METHODS.put(method, HttpMethod.of(method.name()));
    }

    final RequestParser parser;
    final BodyParser body;
    final RouteMatch<Endpoint> match;
    final HttpRequest request;
    private final Router<Endpoint> router;
    private final ArrayPool pool;

    HttpMethod method = HttpMethod.GET;
    Outcome outcome = Outcome.NOT_FOUND;
    /** Where the head lies: with the input, or, when the body comes later, in an array of our own. */
    private byte[] headBytes = NONE;

    int pathFrom;
    int pathTo;
    int targetTo;
    byte[] bodyBytes = NONE;
    int bodyFrom;
    int bodyTo;
    private byte[] kept = NONE;

    Exchange(LoopState loop) {
        parser = new RequestParser(loop.settings.limits(), Strictness.STRICT);
        body = new BodyParser(loop.settings.limits());
        router = loop.router;
        match = router.newMatch();
        pool = loop.net.arrays();
        request = new HttpRequest(this, loop);
    }

    /** Finds the route of a head that is whole and starts at {@code at}. */
    void route(byte[] bytes, int at) {
        headBytes = bytes;
        RequestMethod read = parser.method();
        HttpMethod known = read == RequestMethod.OTHER ? null : METHODS.get(read);
        method = known == null ? HttpMethod.of(parser.methodName()) : known;
        pathFrom = at + parser.targetStart();
        targetTo = at + parser.targetEnd();
        if (parser.targetForm() == TargetForm.ABSOLUTE) pathFrom = behindAuthority(bytes, pathFrom, targetTo);
        pathTo = pathFrom;
        while (pathTo < targetTo && bytes[pathTo] != '?') pathTo++;
        // RFC 9110 section 4.2.3: an empty path of an absolute target is that of the root.
        boolean root = pathFrom == pathTo && parser.targetForm() == TargetForm.ABSOLUTE;
        outcome = root ? router.match(method, "/", match) : router.match(method, bytes, pathFrom, pathTo, match);
    }

    /** Where the path of {@code scheme://authority/path} starts. */
    private static int behindAuthority(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != ':') at++;
        int slashes = at + 1;
        if (slashes + 1 >= to || bytes[slashes] != '/' || bytes[slashes + 1] != '/') return from;
        at = slashes + 2;
        while (at < to && bytes[at] != '/' && bytes[at] != '?') at++;
        return at;
    }

    /** Whether a coding besides chunked lies on the body, which nobody here takes off (RFC 9112 section 6.1). */
    boolean coded() {
        Fields fields = parser.fields();
        int first = fields.indexOf(HeaderName.TRANSFER_ENCODING);
        if (first < 0) return false;
        return !fields.valueEqualsIgnoreCase(first, "chunked")
                || fields.indexOf(HeaderName.TRANSFER_ENCODING, first + 1) >= 0;
    }

    /** Begins a body that is not all there: the head is copied, as the bytes under it go. */
    void keepHead(byte[] bytes, int at, int length) {
        Framing framing = parser.framing();
        long announced = parser.contentLength();
        kept = pool.take(length);
        System.arraycopy(bytes, at, kept, 0, length);
        // Once more over the copy: fields and parameters are ranges of the bytes that were parsed last.
        parser.parse(kept, 0, length);
        route(kept, 0);
        body.begin(framing, announced);
        bodyFrom = 0;
        bodyTo = 0;
    }

    /** Appends to the body, in an array that grows with what comes. */
    void append(byte[] bytes, int from, int count) {
        bodyBytes = pool.grow(bodyBytes, bodyTo, bodyTo + count);
        System.arraycopy(bytes, from, bodyBytes, bodyTo, count);
        bodyTo += count;
    }

    /** The body lies with the input. */
    void bodyInPlace(byte[] bytes, int from, int to) {
        bodyBytes = bytes;
        bodyFrom = from;
        bodyTo = to;
    }

    String text(int from, int to) {
        return new String(headBytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** Ready for another request; holds no array. */
    void clear() {
        if (kept.length > 0) {
            pool.give(kept);
            if (bodyBytes.length > 0) pool.give(bodyBytes);
        }
        kept = NONE;
        headBytes = NONE;
        bodyBytes = NONE;
        bodyFrom = 0;
        bodyTo = 0;
        parser.reset();
    }
}
