package io.assay.http1;

/** Request targets in origin form and absolute form (RFC 9112 section 3.2, RFC 3986). */
final class RequestTarget {
    private static final long HTTP = Words.of("http:");
    private static final long HTTPS = Words.of("https:");

    private RequestTarget() {}

    /** The first octet that no path or query may hold, or some index from {@code end} on. */
    static int endOfOrigin(byte[] b, int from, int end) {
        int at = from;
        if (Vectors.ENABLED) {
            while (at < end && at <= b.length - VectorOctets.BLOCK) {
                long suspects = VectorOctets.suspectsInTarget(b, at);
                at += Long.numberOfTrailingZeros(suspects);
                if (suspects != 0) {
                    if (b[at] == ' ') return at;
                    break;
                }
            }
        }
        while (at < end) {
            long flags = Words.suspectInTarget(Words.wordOrZeros(b, at));
            if (flags == 0) {
                at += 8;
                continue;
            }
            at += Words.first(flags);
            if (at >= end) return at;
            int c = b[at];
            if (c == ' ' || !Octets.is(c, Octets.TARGET)) return at;
            if (c == '%') {
                if (at + 2 >= end || !Octets.is(b[at + 1], Octets.HEX) || !Octets.is(b[at + 2], Octets.HEX)) return at;
                at += 2;
            }
            at++;
        }
        return at;
    }

    /**
     * What is wrong with a target that should be an absolute URI. Which octets may occur at all has been checked.
     *
     * @return the index of the octet at fault, or -1
     */
    static int checkAbsolute(byte[] b, int from, int to, boolean lax) {
        int colon = from;
        while (colon < to && isScheme(b[colon], colon == from)) colon++;
        if (colon == from || colon == to || b[colon] != ':') return colon;
        boolean http = isHttp(b, from, colon + 1);
        int at = colon + 1;
        if (at + 1 < to && b[at] == '/' && b[at + 1] == '/') {
            int host = at + 2;
            int end = host;
            while (end < to && b[end] != '/' && b[end] != '?') end++;
            for (int i = host; i < end; i++) {
                // RFC 9110 section 4.2.4: user information is an error, it only serves to hide the host.
                if (b[i] == '@' && http) return i;
                if (b[i] == '@') host = i + 1;
            }
            int wrong = Authority.check(b, host, end, http ? Authority.HOST : 0);
            if (wrong >= 0) return wrong;
            at = end;
        } else if (http) {
            return at;
        }
        for (; at < to && !lax; at++) {
            if (b[at] == '[' || b[at] == ']') return at;
        }
        return -1;
    }

    private static boolean isScheme(int c, boolean first) {
        int lower = c | 0x20;
        if (lower >= 'a' && lower <= 'z') return true;
        return !first && (Octets.isDigit(c) || c == '+' || c == '-' || c == '.');
    }

    /** Whether the scheme, up to and with its colon, is http or https, letters in either case. */
    private static boolean isHttp(byte[] b, int from, int to) {
        if (to - from != 5 && to - from != 6) return false;
        long scheme = 0;
        for (int i = to - 1; i >= from; i--) scheme = (scheme << 8) | b[i] | 0x20;
        return scheme == HTTP || scheme == HTTPS;
    }
}
