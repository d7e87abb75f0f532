package io.assay.http1;

/** {@code uri-host [":" port]}, as in Host and in targets (RFC 9110 section 7.2, RFC 3986 section 3.2). */
final class Authority {
    /** The host may not be empty. */
    static final int HOST = 1;
    /** There must be a port other than 0 (RFC 9110 section 9.3.6). */
    static final int PORT = 2;

    private static final int HIGHEST_PORT = 65_535;

    private Authority() {}

    /**
     * What is wrong with an authority without user information. An empty host with a port is always wrong.
     *
     * @return the index of the octet at fault, or -1
     */
    static int check(byte[] b, int from, int to, int required) {
        int at = from < to && b[from] == '[' ? endOfLiteral(b, from, to) : endOfName(b, from, to);
        if (at < 0) return from;
        if (at == to) {
            boolean missing = at == from ? required != 0 : (required & PORT) != 0;
            return missing ? to : -1;
        }
        if (b[at] != ':' || at == from) return at;
        int port = 0;
        for (int i = at + 1; i < to; i++) {
            if (!Octets.isDigit(b[i])) return i;
            port = port * 10 + b[i] - '0';
            if (port > HIGHEST_PORT) return i;
        }
        return port == 0 && (required & PORT) != 0 ? to : -1;
    }

    private static int endOfName(byte[] b, int from, int to) {
        int at = from;
        if (Vectors.ENABLED && at <= b.length - VectorOctets.BLOCK) {
            at += Long.numberOfTrailingZeros(VectorOctets.suspectsInName(b, at));
        } else {
            long suspects = 0;
            for (; at < to && suspects == 0; at += suspects == 0 ? 8 : Words.first(suspects)) {
                suspects = Words.suspectInName(Words.wordOrZeros(b, at));
            }
        }
        at = Math.min(at, to);
        while (at < to && Octets.is(b[at], Octets.REG_NAME)) at++;
        while (at < to) {
            if (b[at] == '%' && at + 2 < to && Octets.is(b[at + 1], Octets.HEX) && Octets.is(b[at + 2], Octets.HEX)) {
                at += 3;
            } else if (Octets.is(b[at], Octets.REG_NAME)) {
                at++;
            } else {
                break;
            }
        }
        return at;
    }

    /** Behind the closing bracket, or -1 when what it closes is not an address. */
    private static int endOfLiteral(byte[] b, int from, int to) {
        int close = from + 1;
        while (close < to && b[close] != ']') close++;
        if (close == to) return -1;
        boolean right = (b[from + 1] | 0x20) == 'v' ? isFuture(b, from + 2, close) : isIpv6(b, from + 1, close);
        return right ? close + 1 : -1;
    }

    /** {@code 1*HEXDIG "." 1*( unreserved / sub-delims / ":" )}. */
    private static boolean isFuture(byte[] b, int from, int to) {
        int dot = from;
        while (dot < to && Octets.is(b[dot], Octets.HEX)) dot++;
        if (dot == from || dot + 1 >= to || b[dot] != '.') return false;
        for (int i = dot + 1; i < to; i++) {
            if (b[i] != ':' && !Octets.is(b[i], Octets.REG_NAME)) return false;
        }
        return true;
    }

    private static boolean isIpv6(byte[] b, int from, int to) {
        int groups = 0;
        boolean gap = to - from >= 2 && b[from] == ':' && b[from + 1] == ':';
        int at = gap ? from + 2 : from;
        while (at < to) {
            int group = at;
            while (at < to && Octets.is(b[at], Octets.HEX)) at++;
            if (at < to && b[at] == '.') {
                if (!isIpv4(b, group, to)) return false;
                groups += 2;
                break;
            }
            if (at == group || at - group > 4) return false;
            groups++;
            if (at == to) break;
            // One colon and another group, or the one gap, which may be the end.
            if (b[at++] != ':' || at == to) return false;
            if (b[at] == ':') {
                if (gap) return false;
                gap = true;
                at++;
            }
        }
        return gap ? groups < 8 : groups == 8;
    }

    private static boolean isIpv4(byte[] b, int from, int to) {
        int at = from;
        for (int octet = 0; octet < 4; octet++) {
            int start = at;
            int value = 0;
            while (at < to && at - start < 3 && Octets.isDigit(b[at])) value = value * 10 + b[at++] - '0';
            if (at == start || value > 255 || (at - start > 1 && b[start] == '0')) return false;
            if (octet < 3 && (at == to || b[at++] != '.')) return false;
        }
        return at == to;
    }
}
