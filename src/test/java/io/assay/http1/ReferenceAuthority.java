package io.assay.http1;

import java.util.regex.Pattern;

/** RFC 3986 section 3.2 read aloud: host and port, by regular expressions. */
final class ReferenceAuthority {
    private static final String NAME = "(?:[-._~!$&'()*+,;=A-Za-z0-9]|%[0-9A-Fa-f]{2})*";
    private static final String H16 = "[0-9A-Fa-f]{1,4}";
    private static final String DEC = "(?:\\d|[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5])";
    private static final String IPV4 = DEC + "(?:\\." + DEC + "){3}";

    private ReferenceAuthority() {}

    private static boolean ipv6(String s) {
        String all = s.matches(".*" + IPV4) ? s.replaceFirst(IPV4 + "$", "0:0") : s;
        if (all.contains(".") || all.contains(":::")) return false;
        int gap = all.indexOf("::");
        if (gap < 0) return all.matches("(?:" + H16 + ":){7}" + H16);
        String left = all.substring(0, gap);
        String right = all.substring(gap + 2);
        String groups = "(?:" + H16 + "(?::" + H16 + ")*)?";
        if (!left.matches(groups) || !right.matches(groups)) return false;
        long colons = (left + ":" + right).chars().filter(c -> c == ':').count();
        return colons + (left.isEmpty() ? 0 : 1) + (right.isEmpty() ? 0 : 1) - 1 < 8;
    }

    static void check(String s, int start, boolean needHost, boolean needPort, Http1Error error) {
        int end;
        if (s.startsWith("[")) {
            int close = s.indexOf(']');
            String address = close < 0 ? "" : s.substring(1, close);
            if (!ipv6(address) && !address.matches("[vV][0-9A-Fa-f]+\\.[-._~!$&'()*+,;=:A-Za-z0-9]+")) {
                throw new ReferenceRefusal(error, start);
            }
            end = close + 1;
        } else {
            java.util.regex.Matcher name = Pattern.compile(NAME).matcher(s);
            end = name.lookingAt() ? name.end() : 0;
        }
        if (end == s.length()) {
            if (needPort || (needHost && end == 0)) throw new ReferenceRefusal(error, start + end);
            return;
        }
        if (s.charAt(end) != ':' || end == 0) throw new ReferenceRefusal(error, start + end);
        long port = 0;
        for (int i = end + 1; i < s.length(); i++) {
            if (!Character.isDigit(s.charAt(i)) || s.charAt(i) > '9') throw new ReferenceRefusal(error, start + i);
            port = port * 10 + s.charAt(i) - '0';
            if (port > 65_535) throw new ReferenceRefusal(error, start + i);
        }
        if (needPort && port == 0) throw new ReferenceRefusal(error, start + s.length());
    }
}
