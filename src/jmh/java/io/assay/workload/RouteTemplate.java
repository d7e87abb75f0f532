package io.assay.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A parsed path template: literals, {@code {name}}, segments that mix both ({@code {base}...{head}}) and a trailing
 * {@code *name} that takes the rest. Plain and slow: it makes inputs and expected answers, and is never measured.
 */
public final class RouteTemplate {
    /** What a segment of a template is. */
    public enum Kind {
        LITERAL,
        PARTIAL,
        PARAMETER,
        WILDCARD
    }

    /**
     * One segment.
     *
     * @param names the parameters in it, in order
     */
    public record Segment(Kind kind, String text, List<String> names) {
        /** For a partial segment: a pattern with one group a parameter, each as short as it can be from the left. */
        Pattern pattern() {
            StringBuilder regex = new StringBuilder();
            for (int at = 0; at < text.length(); ) {
                int open = text.indexOf('{', at);
                int end = open < 0 ? text.length() : open;
                regex.append(Pattern.quote(text.substring(at, end)));
                at = end;
                if (open >= 0) {
                    regex.append("(.+?)");
                    at = text.indexOf('}', open) + 1;
                }
            }
            return Pattern.compile(regex.toString());
        }
    }

    private final String text;
    private final List<Segment> segments;
    private final List<String> names;

    private RouteTemplate(String text, List<Segment> segments) {
        this.text = text;
        this.segments = List.copyOf(segments);
        List<String> all = new ArrayList<>();
        for (Segment segment : segments) {
            all.addAll(segment.names());
        }
        this.names = List.copyOf(all);
    }

    /** Parses a template that starts with a slash. */
    public static RouteTemplate parse(String text) {
        List<Segment> segments = new ArrayList<>();
        for (String segment : text.substring(1).split("/", -1)) {
            List<String> names = new ArrayList<>();
            for (int open = segment.indexOf('{'); open >= 0; open = segment.indexOf('{', open + 1)) {
                names.add(segment.substring(open + 1, segment.indexOf('}', open)));
            }
            if (segment.startsWith("*")) {
                segments.add(new Segment(Kind.WILDCARD, segment, List.of(segment.substring(1))));
            } else if (names.isEmpty()) {
                segments.add(new Segment(Kind.LITERAL, segment, names));
            } else if (segment.length() == names.get(0).length() + 2) {
                segments.add(new Segment(Kind.PARAMETER, segment, names));
            } else {
                segments.add(new Segment(Kind.PARTIAL, segment, names));
            }
        }
        return new RouteTemplate(text, segments);
    }

    /** The template as it was written. */
    public String text() {
        return text;
    }

    /** The segments after the first slash. */
    public List<Segment> segments() {
        return segments;
    }

    /** The parameters in order of appearance, a wildcard's name last. */
    public List<String> names() {
        return names;
    }

    /** Whether a segment mixes literals and parameters. */
    public boolean hasPartialSegment() {
        return segments.stream().anyMatch(s -> s.kind() == Kind.PARTIAL);
    }

    /** The template with another spelling of its trailing wildcard, for routers that write {@code *name} differently. */
    public String withWildcard(String spelling) {
        Segment last = segments.get(segments.size() - 1);
        return last.kind() == Kind.WILDCARD
                ? text.substring(0, text.length() - last.text().length())
                        + spelling.replace("NAME", last.names().get(0))
                : text;
    }

    /** A path of this route, parameters replaced by the values in order. */
    public String fill(List<String> values) {
        StringBuilder path = new StringBuilder();
        int at = 0;
        for (int i = 0; i < names.size(); i++) {
            int open = text.indexOf('{', at);
            boolean wildcard = open < 0;
            int marker = wildcard ? text.lastIndexOf('*') : open;
            path.append(text, at, marker).append(values.get(i));
            at = wildcard ? text.length() : text.indexOf('}', open) + 1;
        }
        return path.append(text, at, text.length()).toString();
    }

    @Override
    public String toString() {
        return text;
    }
}
