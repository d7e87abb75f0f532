package io.assay.workload;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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

    private final byte[][] buffers;
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
        buffers = new byte[size][];
        Arrays.fill(buffers, buffer.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private RouterRequests(byte[][] buffers, int[] methods, int[] from, int[] to, PlainRouter.Answer[] answers) {
        this.buffers = buffers;
        this.methods = methods;
        this.from = from;
        this.to = to;
        this.answers = answers;
    }

    /** The same requests, each path alone in an array of just its length: nothing is readable before or behind it. */
    public RouterRequests tight() {
        byte[][] paths = new byte[size()][];
        int[] lengths = new int[size()];
        for (int i = 0; i < paths.length; i++) {
            paths[i] = Arrays.copyOfRange(buffers[i], from[i], to[i]);
            lengths[i] = paths[i].length;
        }
        return new RouterRequests(paths, methods, new int[size()], lengths, answers);
    }

    /** Number of requests. */
    public int size() {
        return methods.length;
    }

    /**
     * For each request the buffer that its range lies in: one for all, with 64 bytes and more behind every range, unless
     * these are {@link #tight}.
     */
    public byte[][] buffers() {
        return buffers;
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
        return new String(buffers[i], from[i], to[i] - from[i], StandardCharsets.ISO_8859_1);
    }
}
