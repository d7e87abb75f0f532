package io.assay.http1;

/**
 * The elements of a comma-separated list (RFC 9110 section 5.6.1) in a field value, as ranges relative to the section's
 * start.
 */
final class ListElements {
    private ListElements() {}

    /** Where the element starts that is at {@code at}: behind white space. */
    static int start(Fields fields, int at, int to) {
        int start = at;
        while (start < to && Octets.isBlank(octet(fields, start))) start++;
        return start;
    }

    /** Where the element ends that starts there: before white space and the comma. */
    static int end(Fields fields, int start, int to) {
        int end = next(fields, start, to) - 1;
        while (end > start && Octets.isBlank(octet(fields, end - 1))) end--;
        return end;
    }

    /** Behind the next comma; behind {@code to} when there is none. */
    static int next(Fields fields, int at, int to) {
        int comma = at;
        while (comma < to && octet(fields, comma) != ',') comma++;
        return comma + 1;
    }

    static boolean is(Fields fields, int start, int end, String text) {
        return Octets.equalIgnoreCase(fields.buffer, fields.base + start, fields.base + end, text);
    }

    static boolean isToken(Fields fields, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Octets.is(octet(fields, i), Octets.TOKEN)) return false;
        }
        return start < end;
    }

    /** Whether a field of this name has the element, letters in either case. */
    static boolean contains(Fields fields, HeaderName name, String element) {
        for (int i = fields.indexOf(name); i >= 0; i = fields.indexOf(name, i + 1)) {
            int to = fields.valueEnd(i);
            for (int at = fields.valueStart(i); at <= to; at = next(fields, at, to)) {
                int start = start(fields, at, to);
                if (is(fields, start, end(fields, start, to), element)) return true;
            }
        }
        return false;
    }

    private static int octet(Fields fields, int at) {
        return fields.buffer[fields.base + at];
    }
}
