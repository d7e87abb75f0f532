package io.assay.net.load;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Finds the end of an answer with a Content-Length. Answers of one server look alike: where head and length stand as they
 * did last time, they are not looked for again, so that the client costs less than any server.
 */
final class AnswerReader {
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final int STATUS_AT = "HTTP/1.1 ".length();

    /** The fields of the answer that was read last. */
    int status;

    int bodyFrom;
    int bodyTo;

    private byte[] seen = {};
    private int lengthFrom;
    private int lengthTo;

    /**
     * Reads the answer that starts at {@code from}.
     *
     * @return where it ends; -1 if it is not all there
     * @throws WrongAnswerException if it is none of HTTP/1.1 with a length
     */
    int read(byte[] bytes, int from, int to) {
        int headLength = seen.length;
        if (to - from < headLength || headLength == 0 || !looksAsBefore(bytes, from)) {
            int end = endOfHead(bytes, from, to);
            if (end < 0) return -1;
            learn(bytes, from, end);
            headLength = end - from;
        }
        status = 100 * (bytes[from + STATUS_AT] - '0')
                + 10 * (bytes[from + STATUS_AT + 1] - '0')
                + (bytes[from + STATUS_AT + 2] - '0');
        bodyFrom = from + headLength;
        bodyTo = bodyFrom + length(bytes, from);
        return bodyTo <= to ? bodyTo : -1;
    }

    /** The line of the length is the same, and the head ends in the same place. */
    private boolean looksAsBefore(byte[] bytes, int from) {
        int end = from + seen.length;
        if (bytes[end - 1] != '\n' || bytes[end - 3] != '\n') return false;
        for (int i = 0; i < STATUS_AT; i++) {
            if (bytes[from + i] != seen[i]) return false;
        }
        for (int i = lengthFrom; i < lengthTo; i++) {
            if (bytes[from + i] != seen[i]) return false;
        }
        return true;
    }

    private int length(byte[] bytes, int from) {
        int length = 0;
        for (int i = lengthFrom + LENGTH.length; i < lengthTo; i++) {
            byte b = bytes[from + i];
            if (b >= '0' && b <= '9') length = length * 10 + b - '0';
        }
        return length;
    }

    private static int endOfHead(byte[] bytes, int from, int to) {
        for (int i = from + 3; i < to; i++) {
            if (bytes[i] == '\n' && bytes[i - 2] == '\n') return i + 1;
        }
        return -1;
    }

    private void learn(byte[] bytes, int from, int end) {
        String head = new String(bytes, from, end - from, StandardCharsets.ISO_8859_1);
        int line = head.toLowerCase(Locale.ROOT).indexOf("\n" + new String(LENGTH, StandardCharsets.US_ASCII));
        if (!head.startsWith("HTTP/1.1 ") || line < 0) {
            throw new WrongAnswerException("no answer of HTTP/1.1 with a Content-Length: " + head.strip());
        }
        lengthFrom = line + 1;
        lengthTo = head.indexOf('\r', line);
        seen = head.getBytes(StandardCharsets.ISO_8859_1);
    }
}
