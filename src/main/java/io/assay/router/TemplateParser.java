package io.assay.router;

import io.assay.router.RouteException.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads one template; the grammar is stated at {@link Router}. */
final class TemplateParser {
    /** Most parameters in one partial segment, so that a place fits an int. */
    private static final int MAX_PARTS = 100;
    /** Longest template, above what servers accept for a path, so that lengths and places fit their fields. */
    private static final int MAX_LENGTH = 0xFFFF;

    private final String text;
    private final boolean decode;
    private final List<Segment> segments = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final List<Integer> places = new ArrayList<>();

    private TemplateParser(String text, boolean decode) {
        this.text = text;
        this.decode = decode;
    }

    static Template parse(String text, boolean decode) {
        TemplateParser parser = new TemplateParser(text, decode);
        parser.parse();
        int[] places = parser.places.stream().mapToInt(Integer::intValue).toArray();
        return new Template(text, List.copyOf(parser.segments), List.copyOf(parser.names), places);
    }

    private void parse() {
        if (!text.startsWith("/")) throw malformed(0, "does not start with a slash", "write /" + text);
        if (text.length() > MAX_LENGTH) {
            throw malformed(MAX_LENGTH, "is longer than " + MAX_LENGTH + " chars", "end it with a wildcard");
        }
        int at = 1;
        while (true) {
            int slash = text.indexOf('/', at);
            int end = slash < 0 ? text.length() : slash;
            segments.add(segment(at, end));
            if (slash < 0) return;
            at = slash + 1;
        }
    }

    private Segment segment(int from, int to) {
        if (from < to && text.charAt(from) == '*') return wildcard(from, to);
        List<String> literals = new ArrayList<>();
        int literal = from;
        int at = from;
        while (at < to) {
            char c = text.charAt(at);
            if (c == '{') {
                if (!literals.isEmpty() && at == literal) {
                    throw malformed(at, "two parameters touch, so neither has an end", "put a literal between them");
                }
                literals.add(literal(literal, at));
                at = parameter(at, to, literals.size() - 1);
                literal = at;
            } else {
                if (c == '}') throw malformed(at, "} closes no parameter", "open it with {");
                if (c == '*') {
                    throw malformed(at, "* inside a segment", "a wildcard is the whole last segment, /*name");
                }
                if (c == '?' || c == '#') {
                    throw malformed(at, c + " ends a path", "leave query and fragment to the handler");
                }
                at++;
            }
        }
        String tail = literal(literal, to);
        if (literals.isEmpty()) return new Segment.Literal(tail, from);
        boolean whole = literals.size() == 1 && literals.get(0).isEmpty() && tail.isEmpty();
        if (whole) return new Segment.Parameter(from);
        literals.add(tail);
        for (int i = places.size() - literals.size() + 1; i < places.size(); i++) {
            places.set(i, places.get(i) + (Template.PART << Template.SEGMENT_BITS));
        }
        return new Segment.Partial(new PartialPattern(literals), from);
    }

    private Segment wildcard(int from, int to) {
        if (to != text.length()) {
            throw malformed(from, "a wildcard before the last segment", "end the template with it");
        }
        name(from + 1, to);
        places.add(segments.size() | (Template.REST << Template.SEGMENT_BITS));
        return new Segment.Wildcard(from);
    }

    private int parameter(int open, int to, int which) {
        int close = text.indexOf('}', open);
        if (close < 0 || close >= to) throw malformed(open, "{ is not closed in its segment", "close it with }");
        if (which == MAX_PARTS) {
            throw malformed(open, "more than " + MAX_PARTS + " parameters in a segment", "split the segment");
        }
        name(open + 1, close);
        places.add(segments.size() | (which << Template.SEGMENT_BITS));
        return close + 1;
    }

    private void name(int from, int to) {
        if (from == to) throw malformed(from, "a parameter without a name", "give it one, as in {id} or *path");
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!Character.isLetterOrDigit(c) && c != '_' && c != '-' && c != '.' && c != '$') {
                throw malformed(
                        i, "'" + c + "' in a parameter's name", "names hold letters, digits, _ - . $ and no pattern");
            }
        }
        String name = text.substring(from, to);
        if (!names.add(name)) throw malformed(from, "a second parameter named " + name, "rename one of them");
    }

    private String literal(int from, int to) {
        String literal = text.substring(from, to);
        byte[] bytes = literal.getBytes(StandardCharsets.UTF_8);
        if (!new String(bytes, StandardCharsets.UTF_8).equals(literal)) {
            throw malformed(from, "an unpaired surrogate, which has no UTF-8 form", "mend the template's encoding");
        }
        int length = bytes.length;
        if (decode) {
            length = PercentDecoder.decode(bytes, 0, length, bytes, null);
            if (length < 0) throw malformed(from, "% without two hexadecimal digits", "write %25 for a percent sign");
        }
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }

    private RouteException malformed(int offset, String what, String mend) {
        return new RouteException(Kind.MALFORMED_TEMPLATE, text, offset, what, mend);
    }
}
