package io.assay.router;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules of {@link Router} said plainly: tries every route with a regular expression and takes the best. */
final class ReferenceRouter {
    record Result(Outcome outcome, int route, List<String> parameters, Set<String> allowed) {}

    /** Each segment with the expression of what it matches. */
    private record Rule(int number, HttpMethod method, List<String> segments, List<Pattern> patterns) {}

    private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private final List<Rule> rules = new ArrayList<>();
    private final boolean decode;

    ReferenceRouter(List<Route<Integer>> routes, boolean decode) {
        this.decode = decode;
        for (Route<Integer> route : routes) {
            String shape = route.template().replaceAll("\\{[^}]*}", "{}").replaceAll("/\\*.*", "/*");
            List<String> segments = Arrays.stream(shape.substring(1).split("/", -1))
                    .map(this::bytes)
                    .toList();
            List<Pattern> patterns =
                    segments.stream().map(ReferenceRouter::pattern).toList();
            rules.add(new Rule(rules.size(), route.method(), segments, patterns));
        }
    }

    Result match(HttpMethod method, String path) {
        if (!path.startsWith("/") || (decode && BAD_ESCAPE.matcher(path).find())) {
            return new Result(Outcome.BAD_PATH, -1, List.of(), Set.of());
        }
        List<String> segments =
                Arrays.stream(path.substring(1).split("/", -1)).map(this::bytes).toList();
        Rule best = null;
        Set<String> allowed = new LinkedHashSet<>();
        for (Rule rule : rules) {
            if (parameters(rule, segments) == null) continue;
            allowed.add(rule.method.name());
            if (rule.method.equals(HttpMethod.GET)) allowed.add("HEAD");
            if (serves(rule, method) && (best == null || before(rule, best))) best = rule;
        }
        if (best != null) return new Result(Outcome.FOUND, best.number, parameters(best, segments), Set.of());
        if (allowed.isEmpty()) return new Result(Outcome.NOT_FOUND, -1, List.of(), Set.of());
        allowed.add("OPTIONS");
        Outcome outcome = method.name().equals("OPTIONS") ? Outcome.OPTIONS : Outcome.METHOD_NOT_ALLOWED;
        return new Result(outcome, -1, List.of(), allowed);
    }

    private boolean serves(Rule rule, HttpMethod method) {
        if (rule.method.equals(method)) return true;
        return method.name().equals("HEAD")
                && rule.method.name().equals("GET")
                && rules.stream().noneMatch(r -> r.segments.equals(rule.segments) && r.method.equals(method));
    }

    private static boolean before(Rule a, Rule b) {
        for (int i = 0; i < Math.min(a.segments.size(), b.segments.size()); i++) {
            int difference = rank(a.segments.get(i)) - rank(b.segments.get(i));
            if (difference != 0) return difference < 0;
        }
        throw new IllegalStateException("no order between " + a + " and " + b);
    }

    private static int rank(String segment) {
        if (segment.equals("*")) return 3_000_000;
        if (segment.equals("{}")) return 2_000_000;
        int literal = segment.replace("{}", "").length();
        return segment.contains("{}") ? 1_000_000 - literal : 0;
    }

    private static Pattern pattern(String segment) {
        StringBuilder regex = new StringBuilder();
        int at = 0;
        for (int open = segment.indexOf("{}"); open >= 0; open = segment.indexOf("{}", at)) {
            regex.append(Pattern.quote(segment.substring(at, open))).append("(.+?)");
            at = open + 2;
        }
        return Pattern.compile(regex + Pattern.quote(segment.substring(at)), Pattern.DOTALL);
    }

    private static List<String> parameters(Rule rule, List<String> path) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < rule.segments.size(); i++) {
            if (i >= path.size()) return null;
            if (rule.segments.get(i).equals("*")) {
                found.add(text(String.join("/", path.subList(i, path.size()))));
                return found;
            }
            Matcher matcher = rule.patterns.get(i).matcher(path.get(i));
            if (!matcher.matches()) return null;
            for (int g = 1; g <= matcher.groupCount(); g++) found.add(text(matcher.group(g)));
        }
        return path.size() == rule.segments.size() ? found : null;
    }

    private static String text(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** UTF-8 bytes, decoded where the router decodes, one char a byte. */
    private String bytes(String raw) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] in = raw.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < in.length; i++) {
            if (decode && in[i] == '%') {
                out.write(Integer.parseInt(new String(in, i + 1, 2, StandardCharsets.US_ASCII), 16));
                i += 2;
            } else {
                out.write(in[i]);
            }
        }
        return out.toString(StandardCharsets.ISO_8859_1);
    }
}
