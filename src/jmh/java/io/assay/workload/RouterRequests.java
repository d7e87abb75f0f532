package io.assay.workload;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Requests as they lie in a connection's receive buffer: request line after request line, a parser's method and range
 * for the path of each, and beside them the right answers. Do not change the arrays.
 */
public final class RouterRequests {
    /** The answer for a path that no template matches. */
    public static final int NOT_FOUND = -1;
    /** The answer for a path that only templates of other methods match. */
    public static final int METHOD_NOT_ALLOWED = -2;

    /** What follows the last request line, so that its range has company behind it like all others. */
    private static final String HEADERS =
            "Host: api.example.com\r\nUser-Agent: assay\r\nAccept: application/json\r\n\r\n";

    private final byte[] bytes;
    private final int[] methods;
    private final int[] from;
    private final int[] to;
    private final PlainRouter.Answer[] answers;

    RouterRequests(List<RequestKind.Request> requests) {
        StringBuilder buffer = new StringBuilder();
        int size = requests.size();
        methods = new int[size];
        from = new int[size];
        to = new int[size];
        answers = new PlainRouter.Answer[size];
        for (int i = 0; i < size; i++) {
            RequestKind.Request request = requests.get(i);
            methods[i] = request.method().ordinal();
            from[i] = buffer.append(request.method()).append(' ').length();
            to[i] = buffer.append(request.path()).length();
            buffer.append(" HTTP/1.1\r\n");
            answers[i] = request.answer();
        }
        buffer.append(HEADERS);
        bytes = buffer.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Number of requests. */
    public int size() {
        return methods.length;
    }

    /** The buffer that all ranges lie in; at least 64 bytes follow every range. */
    public byte[] bytes() {
        return bytes;
    }

    /** {@link RequestMethod} ordinals. */
    public int[] methods() {
        return methods;
    }

    /** Offsets of the first byte of each path. */
    public int[] from() {
        return from;
    }

    /** Offsets behind the last byte of each path. */
    public int[] to() {
        return to;
    }

    /** The right answer for a request. */
    public PlainRouter.Answer answer(int i) {
        return answers[i];
    }

    /** The path of a request, for messages and tests. */
    public String path(int i) {
        return new String(bytes, from[i], to[i] - from[i], StandardCharsets.ISO_8859_1);
    }
}
