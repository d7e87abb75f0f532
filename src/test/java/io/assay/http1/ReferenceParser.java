package io.assay.http1;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * RFC 9112 read aloud: takes one char after the other from a string, throws at the first that cannot be right, and
 * knows nothing of how the parser works. Its result is a string, so that all of it is compared.
 */
final class ReferenceParser {
    private static final Set<String> CODINGS = Set.of("gzip", "deflate", "compress", "x-gzip", "x-compress");
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH");
    private static final String PCHAR =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@";
    private static final String TCHAR = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-.^_`|~";
    private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]");

    /** There are no more chars. */
    private static final class Short extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    record Field(int name, int nameEnd, int value, int valueEnd, String nameText, String valueText) {}

    private final String text;
    private final Http1Limits limits;
    private final boolean lax;
    private int at;
    private int lineStart;
    private int lineLimit;
    private Http1Error lineError = Http1Error.HEAD_TOO_LONG;
    private final List<Field> fields = new ArrayList<>();

    private ReferenceParser(String text, Http1Limits limits, Strictness strictness) {
        this.text = text;
        this.limits = limits;
        lax = strictness == Strictness.LAX;
    }

    static String request(String text, Http1Limits limits, Strictness strictness) {
        ReferenceParser p = new ReferenceParser(text, limits, strictness);
        return p.outcome(p::requestHead);
    }

    static String response(String text, Http1Limits limits, Strictness strictness) {
        ReferenceParser p = new ReferenceParser(text, limits, strictness);
        return p.outcome(p::responseHead);
    }

    private String outcome(java.util.function.Supplier<String> head) {
        try {
            return head.get();
        } catch (ReferenceRefusal e) {
            return e.error + " at " + e.offset;
        } catch (Short e) {
            return "more";
        }
    }

    private char peek() {
        if (at == limits.maxHead()) throw new ReferenceRefusal(Http1Error.HEAD_TOO_LONG, at);
        if (at == text.length()) throw new Short();
        return text.charAt(at);
    }

    /** The next char of a line, which counts for its length unless it may end it. */
    private char inLine() {
        char c = peek();
        if (c != '\r' && c != '\n' && at - lineStart >= lineLimit) throw new ReferenceRefusal(lineError, at);
        return c;
    }

    private void beginLine(int limit, Http1Error error) {
        lineStart = at;
        lineLimit = limit;
        lineError = error;
    }

    private ReferenceRefusal wrong(Http1Error error) {
        return new ReferenceRefusal(error, at);
    }

    /** CRLF, or in lax mode LF. */
    private void newline(Http1Error otherwise) {
        char c = inLine();
        if (c == '\n' && lax) {
            at++;
            return;
        }
        if (c == '\n') throw wrong(Http1Error.BARE_LF);
        if (c != '\r') throw wrong(otherwise);
        at++;
        if (peek() != '\n') throw new ReferenceRefusal(Http1Error.BARE_CR, at - 1);
        at++;
    }

    private void emptyLines(int most) {
        for (int lines = 0; peek() == '\r' || peek() == '\n'; lines++) {
            if (lines == most) throw wrong(Http1Error.TOO_MANY_EMPTY_LINES);
            lineLimit = Integer.MAX_VALUE;
            newline(Http1Error.BARE_LF);
        }
    }

    private int version(Http1Error behind) {
        for (int i = 0; i < 8; i++, at++) {
            char c = inLine();
            if (i == 5 && c >= '0' && c <= '9' && c != '1') throw wrong(Http1Error.VERSION_NOT_SUPPORTED);
            if (i == 7 ? c < '0' || c > '9' : c != "HTTP/1.".charAt(i)) throw wrong(Http1Error.BAD_VERSION);
        }
        if (behind == Http1Error.BAD_STATUS) {
            if (inLine() != ' ') throw wrong(Http1Error.BAD_VERSION);
            return text.charAt(at++ - 1) - '0';
        }
        int minor = text.charAt(at - 1) - '0';
        newline(behind);
        return minor;
    }

    private String requestHead() {
        emptyLines(limits.maxEmptyLines());
        beginLine(limits.maxStartLine(), Http1Error.REQUEST_LINE_TOO_LONG);
        int start = at;
        while (inLine() != ' ' || at == start) {
            if (TCHAR.indexOf(peek()) < 0) throw wrong(Http1Error.BAD_METHOD);
            if (at - start >= limits.maxMethod()) throw wrong(Http1Error.METHOD_TOO_LONG);
            at++;
        }
        String method = text.substring(start, at++);
        int targetStart = at;
        while (inLine() != ' ') targetChar(targetStart);
        String target = text.substring(targetStart, at);
        String percent = target.length() > 1 ? target.substring(target.length() - 2) : target;
        if (!lax && percent.contains("%")) throw wrong(Http1Error.BAD_TARGET);
        String form = form(method, target, targetStart);
        int targetEnd = at++;
        int minor = version(Http1Error.BAD_VERSION);
        fieldLines();
        if (field("Host").isEmpty()) {
            if (minor > 0 && !lax) throw new ReferenceRefusal(Http1Error.MISSING_HOST, at - 2);
        } else if (field("Host").size() > 1) {
            throw new ReferenceRefusal(
                    Http1Error.DUPLICATE_HOST, field("Host").get(1).name());
        } else {
            Field host = field("Host").get(0);
            ReferenceAuthority.check(host.valueText(), host.value(), false, false, Http1Error.BAD_HOST);
        }
        String framing = framing(minor);
        for (Field expect : field("Expect")) {
            if (!lax && !expect.valueText().equalsIgnoreCase("100-continue")) {
                throw new ReferenceRefusal(Http1Error.UNKNOWN_EXPECTATION, expect.value());
            }
        }
        String known = METHODS.contains(method) ? method : "OTHER";
        return String.join(
                " ", at + "", known, method, targetStart + "-" + targetEnd, form, minor + "", framing, fields + "");
    }

    private void targetChar(int start) {
        char c = peek();
        if (c == '\r' || c == '\n') throw wrong(Http1Error.BAD_VERSION);
        boolean due = !lax && text.substring(start, at).matches(".*%.?");
        boolean allowed = lax ? c > ' ' && c != 0x7F : (PCHAR + "/?%").indexOf(c) >= 0;
        if (!lax && (c == '[' || c == ']')) allowed = c == '[' && at == start || text.charAt(start) != '/';
        if (due) allowed = HEX.matcher(c + "").matches();
        if (!allowed) throw wrong(Http1Error.BAD_TARGET);
        at++;
    }

    private String form(String method, String target, int start) {
        if (target.isEmpty()) throw wrong(Http1Error.BAD_TARGET);
        if (method.equals("CONNECT")) {
            ReferenceAuthority.check(target, start, true, true, Http1Error.BAD_TARGET);
            return "AUTHORITY";
        }
        if (target.startsWith("/")) return "ORIGIN";
        if (method.equals("OPTIONS") && target.equals("*")) return "ASTERISK";
        int colon = 0;
        while (colon < target.length() && scheme(target.charAt(colon), colon)) colon++;
        if (colon == 0 || colon == target.length() || target.charAt(colon) != ':') {
            throw new ReferenceRefusal(Http1Error.BAD_TARGET, start + colon);
        }
        boolean http = target.substring(0, colon).toLowerCase(Locale.ROOT).matches("https?");
        int rest = colon + 1;
        if (target.startsWith("//", rest)) {
            int end = rest + 2;
            while (end < target.length() && "/?".indexOf(target.charAt(end)) < 0) end++;
            String authority = target.substring(rest + 2, end);
            if (http && authority.contains("@")) {
                throw new ReferenceRefusal(Http1Error.BAD_TARGET, start + rest + 2 + authority.indexOf('@'));
            }
            int host = authority.lastIndexOf('@') + 1;
            ReferenceAuthority.check(
                    authority.substring(host), start + rest + 2 + host, http, false, Http1Error.BAD_TARGET);
            rest = end;
        } else if (http) {
            throw new ReferenceRefusal(Http1Error.BAD_TARGET, start + rest);
        }
        for (int i = rest; i < target.length() && !lax; i++) {
            if ("[]".indexOf(target.charAt(i)) >= 0) throw new ReferenceRefusal(Http1Error.BAD_TARGET, start + i);
        }
        return "ABSOLUTE";
    }

    private static boolean scheme(char c, int i) {
        return Pattern.matches(i == 0 ? "[A-Za-z]" : "[-+.A-Za-z0-9]", c + "");
    }

    private void fieldLines() {
        while (true) {
            char c = peek();
            lineStart = at;
            if (c == '\r' || c == '\n') {
                newline(Http1Error.BARE_LF);
                return;
            }
            if (c == ' ' || c == '\t') {
                throw wrong(fields.isEmpty() ? Http1Error.SPACE_BEFORE_FIRST_FIELD : Http1Error.OBS_FOLD);
            }
            if (fields.size() == limits.maxFields()) throw wrong(Http1Error.TOO_MANY_FIELDS);
            beginLine(limits.maxFieldLine(), Http1Error.FIELD_TOO_LONG);
            fieldLine();
        }
    }

    private void fieldLine() {
        int name = at;
        while (inLine() != ':' || at == name) {
            char c = peek();
            if (c == ' ' || c == '\t') throw wrong(Http1Error.SPACE_IN_NAME);
            if (c == '\r' || c == '\n') throw wrong(Http1Error.MISSING_COLON);
            if (TCHAR.indexOf(c) < 0) throw wrong(Http1Error.BAD_NAME);
            at++;
        }
        int colon = at++;
        text(Http1Error.CONTROL_IN_VALUE);
        String raw = text.substring(colon + 1, at);
        // Not $, which matches before a NEL at the end, too: that is obs-text here.
        String left = raw.replaceFirst("^[ \t]+", "");
        String value = left.replaceFirst("[ \t]+\\z", "");
        int start = colon + 1 + raw.length() - left.length();
        newline(Http1Error.CONTROL_IN_VALUE);
        fields.add(new Field(name, colon, start, start + value.length(), text.substring(name, colon), value));
    }

    private void text(Http1Error error) {
        while (inLine() != '\r' && peek() != '\n') {
            char c = peek();
            boolean control = (c < ' ' && c != '\t') || c == 0x7F;
            if (c == 0 || (control && !lax)) throw wrong(error);
            at++;
        }
    }

    private List<Field> field(String name) {
        return fields.stream().filter(f -> f.nameText().equalsIgnoreCase(name)).toList();
    }

    private String framing(int minor) {
        List<Field> lengths = field("Content-Length");
        List<Field> codings = field("Transfer-Encoding");
        if (!lengths.isEmpty() && !codings.isEmpty()) {
            int name = Math.max(lengths.get(0).name(), codings.get(0).name());
            throw new ReferenceRefusal(Http1Error.LENGTH_AND_TRANSFER_ENCODING, name);
        }
        if (!codings.isEmpty()) {
            if (minor == 0) {
                throw new ReferenceRefusal(
                        Http1Error.TRANSFER_ENCODING_IN_HTTP_1_0, codings.get(0).name());
            }
            boolean chunked = false;
            for (Field field : codings) chunked = codings(field, chunked);
            if (!chunked) {
                throw new ReferenceRefusal(
                        Http1Error.BAD_TRANSFER_ENCODING, codings.get(0).value());
            }
            return "chunked";
        }
        if (lengths.size() > 1) {
            throw new ReferenceRefusal(
                    Http1Error.DUPLICATE_CONTENT_LENGTH, lengths.get(1).name());
        }
        return lengths.isEmpty() ? "-1" : length(lengths.get(0)) + "";
    }

    private static boolean codings(Field field, boolean before) {
        boolean chunked = before;
        int at = field.value();
        for (String element : field.valueText().split(",", -1)) {
            // OWS is SP and HTAB (RFC 9110 section 5.6.3); String.strip takes VT and FF too.
            String led = element.replaceFirst("^[ \t]+", "");
            String name = led.replaceFirst("[ \t]+\\z", "");
            int start = at + element.length() - led.length();
            boolean token = !name.isEmpty() && name.chars().allMatch(c -> TCHAR.indexOf(c) >= 0);
            if (chunked || !token) throw new ReferenceRefusal(Http1Error.BAD_TRANSFER_ENCODING, start);
            chunked = name.equalsIgnoreCase("chunked");
            if (!chunked && !CODINGS.contains(name.toLowerCase(Locale.ROOT))) {
                throw new ReferenceRefusal(Http1Error.UNKNOWN_TRANSFER_CODING, start);
            }
            at += element.length() + 1;
        }
        return chunked;
    }

    private static long length(Field field) {
        String value = field.valueText();
        if (value.isEmpty()) throw new ReferenceRefusal(Http1Error.BAD_CONTENT_LENGTH, field.value());
        for (int i = 1; i <= value.length(); i++) {
            try {
                if (!value.substring(0, i).matches("[0-9]+")) throw new NumberFormatException("no digit");
                Long.parseLong(value.substring(0, i));
            } catch (NumberFormatException e) {
                throw new ReferenceRefusal(Http1Error.BAD_CONTENT_LENGTH, field.value() + i - 1);
            }
        }
        return Long.parseLong(value);
    }

    private String responseHead() {
        emptyLines(lax ? limits.maxEmptyLines() : 0);
        beginLine(limits.maxStartLine(), Http1Error.STATUS_LINE_TOO_LONG);
        int minor = version(Http1Error.BAD_STATUS);
        int start = at;
        for (int i = 0; i < 3; i++, at++) {
            String digits = i > 0 ? "0123456789" : lax ? "123456789" : "12345";
            if (digits.indexOf(inLine()) < 0) throw wrong(Http1Error.BAD_STATUS);
        }
        String status = text.substring(start, at);
        int reason = at;
        if (inLine() == ' ') {
            reason = ++at;
            text(Http1Error.BAD_REASON);
        } else if (!lax) {
            throw wrong(Http1Error.BAD_STATUS);
        }
        int end = at;
        newline(Http1Error.BAD_STATUS);
        fieldLines();
        return String.join(" ", at + "", minor + "", status, reason + "-" + end, framing(minor), fields + "");
    }
}
