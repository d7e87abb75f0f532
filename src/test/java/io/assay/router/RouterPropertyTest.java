package io.assay.router;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Random tables over few segments, so that templates overlap, against {@link ReferenceRouter}. */
class RouterPropertyTest {
    private static final List<HttpMethod> METHODS =
            List.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.OPTIONS, HttpMethod.of("LOCK"));
    private static final List<String> LITERALS =
            List.of("", "a", "b", "ab", "a.b", "é", "%61", "a%2Fb", "a-literal-of-20-byte", "a-literal+of-20-byte");
    private static final List<String> SEGMENTS = List.of(
            "{x}", "{x}", "{x}.{y}", "a{x}", "{x}b", "{x}..{y}", "a{x}b", "{x}é", "{x}-of-{y}", "a{x}.{y}b", "{x}%41");
    private static final List<String> PATH_SEGMENTS = List.of(
            "a.b.a",
            "a..b",
            "a...",
            "aab",
            ".",
            "..",
            "bé",
            "éé",
            "%c3%A9",
            "%41",
            "b%41",
            "x%2F",
            "𝄞",
            "zzzzzzzz",
            "aaaaaaaab",
            "a-literal-of-20-bytf",
            "-of-",
            "x-of-y");

    @Property(tries = 1500)
    void agreesWithTheReference(@ForAll long seed, @ForAll boolean decode) {
        Random random = new Random(seed);
        Router<Integer> router = table(random, decode);
        ReferenceRouter reference = new ReferenceRouter(router.routes(), decode);
        RouteMatch<Integer> match = router.newMatch();
        for (int i = 0; i < 40; i++) {
            HttpMethod method = pick(random, METHODS);
            String path = path(random, router);
            ReferenceRouter.Result expected = reference.match(method, path);
            Supplier<String> what = () -> method + " " + path + " in " + router.routes();
            check(what, expected, router.match(method, path, match), match);
            checkRanges(path, match, decode);

            byte[] utf8 = path.getBytes(StandardCharsets.UTF_8);
            int from = random.nextInt(20);
            byte[] buffer = new byte[from + utf8.length + random.nextInt(100)];
            random.nextBytes(buffer);
            System.arraycopy(utf8, 0, buffer, from, utf8.length);
            check(what, expected, router.match(method, buffer, from, from + utf8.length, match), match);
            checkRanges(buffer, match, decode);
        }
    }

    /** Nodes with so many partial segments that they are found through an index, with nested and equal prefixes. */
    @Property(tries = 600)
    void agreesWhereOneNodeHasManyPartialSegments(@ForAll long seed) {
        Random random = new Random(seed);
        List<Route<Integer>> routes = new ArrayList<>();
        for (int i = 8 + random.nextInt(22); i > 0; i--) {
            addIfItFits(routes, "/n/" + partial(random) + pick(random, List.of("", "", "/t", "/{z}")));
        }
        Router<Integer> router = build(routes, false);
        ReferenceRouter reference = new ReferenceRouter(router.routes(), false);
        RouteMatch<Integer> match = router.newMatch();
        for (int i = 0; i < 60; i++) {
            HttpMethod method = pick(random, METHODS);
            StringBuilder path = new StringBuilder("/n/");
            for (int c = random.nextInt(9); c > 0; c--) path.append("aabbcx.".charAt(random.nextInt(7)));
            path.append(pick(random, List.of("", "", "/t", "/u", "/")));
            Supplier<String> what = () -> method + " " + path + " in " + router.routes();
            check(what, reference.match(method, path.toString()), router.match(method, path.toString(), match), match);
        }
    }

    private static String partial(Random random) {
        return pick(random, List.of("", "a", "ab", "abc", "b", "aa"))
                + "{x}"
                + pick(random, List.of("", "", ".{y}", "b{y}", "bb{y}"))
                + pick(random, List.of("", "x", ".x", "c"));
    }

    private static void addIfItFits(List<Route<Integer>> routes, String template) {
        Route<Integer> route = new Route<>(METHODS.get(routes.size() % 3), template, routes.size(), List.of());
        routes.add(route);
        try {
            build(routes, false);
        } catch (RouteException collides) {
            routes.remove(route);
        }
    }

    private static Router<Integer> table(Random random, boolean decode) {
        List<Route<Integer>> routes = new ArrayList<>();
        int wanted = 1 + random.nextInt(14);
        for (int i = 0; i < wanted; i++) {
            Route<Integer> route = new Route<>(pick(random, METHODS), template(random), routes.size(), List.of());
            routes.add(route);
            try {
                build(routes, decode);
            } catch (RouteException collides) {
                routes.remove(route);
            }
        }
        return build(routes, decode);
    }

    private static Router<Integer> build(List<Route<Integer>> routes, boolean decode) {
        Router.Builder<Integer> builder = Router.<Integer>builder().percentDecoding(decode);
        routes.forEach(route -> builder.add(route.method(), route.template(), route.value()));
        return builder.build();
    }

    private static String template(Random random) {
        StringBuilder template = new StringBuilder();
        int segments = 1 + random.nextInt(4);
        for (int i = 0; i < segments; i++) {
            String segment = pick(random, random.nextBoolean() ? LITERALS : SEGMENTS);
            template.append('/').append(segment.replace("x}", "x" + i + "}").replace("y}", "y" + i + "}"));
        }
        return random.nextInt(5) == 0 ? template + "/*rest" : template.toString();
    }

    private static String path(Random random, Router<Integer> router) {
        if (random.nextInt(30) == 0) return pick(random, List.of("a", "/%zz", "/a/%4", "/%", "/a%é"));
        StringBuilder path = new StringBuilder();
        String template = pick(random, router.routes()).template();
        for (String segment : template.substring(1).split("/", -1)) {
            path.append('/');
            switch (random.nextInt(6)) {
                case 0 -> path.append(pick(random, LITERALS));
                case 1 -> path.append(pick(random, PATH_SEGMENTS));
                default -> path.append(segment.replaceAll("\\{[^}]*}|\\*.*", pick(random, PATH_SEGMENTS)));
            }
        }
        if (random.nextInt(6) == 0) path.append('/').append(pick(random, LITERALS));
        if (random.nextInt(40) == 0) path.append("/tail".repeat(random.nextInt(40)));
        return path.toString();
    }

    private static void check(
            Supplier<String> what, ReferenceRouter.Result expected, Outcome outcome, RouteMatch<Integer> match) {
        assertEquals(expected.outcome(), outcome, what);
        assertEquals(outcome, match.outcome());
        if (outcome == Outcome.FOUND) {
            assertEquals(expected.route(), match.value(), what);
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < match.parameterCount(); i++) {
                texts.add(match.text(i));
                assertEquals(match.text(i), match.text(match.name(i)));
            }
            assertEquals(expected.parameters(), texts, what);
        } else if (!expected.allowed().isEmpty()) {
            Set<String> allowed = match.allowed().stream().map(HttpMethod::name).collect(Collectors.toSet());
            assertEquals(expected.allowed(), allowed, what);
        }
    }

    private static void checkRanges(String path, RouteMatch<Integer> match, boolean decode) {
        for (int i = 0; i < match.parameterCount(); i++) {
            String raw = path.substring(match.start(i), match.end(i));
            assertEquals(match.text(i), decode ? decoded(raw) : raw);
        }
    }

    private static void checkRanges(byte[] bytes, RouteMatch<Integer> match, boolean decode) {
        for (int i = 0; i < match.parameterCount(); i++) {
            int length = match.end(i) - match.start(i);
            String raw = new String(bytes, match.start(i), length, StandardCharsets.UTF_8);
            assertEquals(match.text(i), decode ? decoded(raw) : raw);
        }
    }

    private static String decoded(String raw) {
        return java.net.URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static <E> E pick(Random random, List<E> list) {
        return list.get(random.nextInt(list.size()));
    }
}
