package io.assay.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouterTest {
    /** Routes of GET, each with its own template for a value. */
    static Router<String> gets(String... templates) {
        Router.Builder<String> builder = Router.builder();
        for (String template : templates) builder.add(HttpMethod.GET, template, template);
        return builder.build();
    }

    static String get(Router<String> router, String path) {
        RouteMatch<String> match = router.newMatch();
        return router.match(HttpMethod.GET, path, match) == Outcome.FOUND ? match.value() : "-";
    }

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/a, /a",
        "/a/, /a/",
        "/x, /{p}",
        "/a/b/c, /a/b/c",
        "/a/x/c, /a/{p}/c",
        "/a/b/d, /a/{p}/d",
        "/a/b/x, /a/*rest",
        "/a/b/c/d, /a/*rest",
        "/a//, /a/*rest",
        "/x/, -",
        "//, -",
        "//b, //b",
        "/v1, /v{n}",
        "/v, /{p}",
        "/vv1, /vv{n}",
        "/diff/main...topic, /diff/{base}...{head}",
        "/diff/main..topic, -",
        "/diff/...topic, -",
    })
    void moreSpecificFirstAndBackWhereItLeadsNowhere(String path, String template) {
        Router<String> router = gets(
                "/",
                "/a",
                "/a/",
                "/{p}",
                "/a/b/c",
                "/a/{p}/c",
                "/a/{p}/d",
                "/a/*rest",
                "//b",
                "/v{n}",
                "/vv{n}",
                "/diff/{base}...{head}");
        assertEquals(template, get(router, path));
    }

    @Test
    void wildcardTakesTheRestButNeedsItsSlash() {
        Router<String> router = gets("/static/*path");
        RouteMatch<String> match = router.newMatch();
        assertEquals(Outcome.NOT_FOUND, router.match(HttpMethod.GET, "/static", match));
        assertEquals(Outcome.FOUND, router.match(HttpMethod.GET, "/static/", match));
        assertEquals("", match.text("path"));
        assertEquals(Outcome.FOUND, router.match(HttpMethod.GET, "/static/css//site.css", match));
        assertEquals("css//site.css", match.text("path"));
    }

    @Test
    void partialParametersTakeAsLittleAsPossibleFromTheLeft() {
        Router<String> router = gets("/{name}.{ext}", "/compare/{base}...{head}");
        RouteMatch<String> match = router.newMatch();
        router.match(HttpMethod.GET, "/archive.tar.gz", match);
        assertEquals(List.of("archive", "tar.gz"), List.of(match.text(0), match.text(1)));
        router.match(HttpMethod.GET, "/compare/a....b", match);
        assertEquals(List.of("a", ".b"), List.of(match.text("base"), match.text("head")));
        router.match(HttpMethod.GET, "/..x", match);
        assertEquals(List.of(".", "x"), List.of(match.text(0), match.text(1)));
    }

    @Test
    void parametersAreRangesOfTheInput() {
        Router<String> router = gets("/users/{id}/posts/{post}");
        RouteMatch<String> match = router.newMatch();
        byte[] request = "GET /users/42/posts/7 HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII);
        assertEquals(Outcome.FOUND, router.match(HttpMethod.GET, request, 4, 21, match));
        assertEquals(2, match.parameterCount());
        assertEquals("post", match.name(1));
        assertEquals(1, match.index("post"));
        assertEquals(-1, match.index("none"));
        assertNull(match.text("none"));
        assertEquals(List.of(11, 13), List.of(match.start(0), match.end(0)));
        assertEquals(List.of(20, 21), List.of(match.start(1), match.end(1)));

        assertEquals(Outcome.FOUND, router.match(HttpMethod.GET, "/users/ä𝄞/posts/7", match));
        assertEquals("ä𝄞", match.text(0));
        assertEquals(List.of(7, 10), List.of(match.start(0), match.end(0)));
        assertEquals(List.of(17, 18), List.of(match.start(1), match.end(1)));
    }

    @Test
    void theBestRouteIsThatOfTheMethod() {
        Router<Integer> router = Router.<Integer>builder()
                .add(HttpMethod.GET, "/a/b", 1)
                .add(HttpMethod.POST, "/a/{p}", 2)
                .add(HttpMethod.of("LOCK"), "/*rest", 3)
                .build();
        RouteMatch<Integer> match = router.newMatch();
        assertEquals(Outcome.FOUND, router.match(HttpMethod.POST, "/a/b", match));
        assertEquals(2, match.value());
        assertEquals(Outcome.FOUND, router.match(HttpMethod.of("LOCK"), "/a/b", match));
        assertEquals(3, match.value());
        assertEquals(Outcome.METHOD_NOT_ALLOWED, router.match(HttpMethod.of("lock"), "/a/b", match));
        assertEquals(names("GET", "HEAD", "POST", "LOCK", "OPTIONS"), match.allowed());
        assertEquals(Outcome.METHOD_NOT_ALLOWED, router.match(HttpMethod.DELETE, "/a/x", match));
        assertEquals(names("POST", "LOCK", "OPTIONS"), match.allowed());
    }

    @Test
    void headFallsBackToGetOfTheSameTemplate() {
        Router<Integer> router = Router.<Integer>builder()
                .add(HttpMethod.GET, "/a", 1)
                .add(HttpMethod.GET, "/b", 2)
                .add(HttpMethod.HEAD, "/b", 3)
                .add(HttpMethod.HEAD, "/{p}", 4)
                .add(HttpMethod.POST, "/c/d", 5)
                .build();
        RouteMatch<Integer> match = router.newMatch();
        router.match(HttpMethod.HEAD, "/a", match);
        assertEquals(1, match.value());
        router.match(HttpMethod.HEAD, "/b", match);
        assertEquals(3, match.value());
        router.match(HttpMethod.HEAD, "/c", match);
        assertEquals(4, match.value());
        assertEquals(Outcome.METHOD_NOT_ALLOWED, router.match(HttpMethod.HEAD, "/c/d", match));
    }

    @Test
    void optionsIsAnsweredWhereNoRouteDoes() {
        Router<Integer> router = Router.<Integer>builder()
                .add(HttpMethod.GET, "/a", 1)
                .add(HttpMethod.OPTIONS, "/b", 2)
                .add(HttpMethod.PUT, "/b", 3)
                .build();
        RouteMatch<Integer> match = router.newMatch();
        assertEquals(Outcome.OPTIONS, router.match(HttpMethod.OPTIONS, "/a", match));
        assertEquals(names("GET", "HEAD", "OPTIONS"), match.allowed());
        assertEquals(Outcome.FOUND, router.match(HttpMethod.OPTIONS, "/b", match));
        assertEquals(Outcome.NOT_FOUND, router.match(HttpMethod.OPTIONS, "/c", match));
        assertEquals(Outcome.OPTIONS, router.match(HttpMethod.OPTIONS, "*", match));
        assertEquals(names("GET", "HEAD", "PUT", "OPTIONS"), match.allowed());
        assertEquals(Outcome.OPTIONS, router.match(HttpMethod.OPTIONS, new byte[] {'*'}, 0, 1, match));
        assertEquals(Outcome.BAD_PATH, router.match(HttpMethod.GET, "*", match));
    }

    @Test
    void aMissHasNoRouteAndAHitAllowsNothing() {
        Router<String> router = gets("/a");
        RouteMatch<String> match = router.newMatch();
        assertEquals(Outcome.NOT_FOUND, match.outcome());
        assertThrows(IllegalStateException.class, match::route);
        assertThrows(IllegalStateException.class, match::value);
        assertThrows(IllegalStateException.class, match::allowed);
        assertThrows(IllegalStateException.class, () -> match.start(0));
        assertEquals(0, match.parameterCount());
        router.match(HttpMethod.GET, "/a", match);
        assertThrows(IllegalStateException.class, match::allowed);
        assertThrows(IndexOutOfBoundsException.class, () -> match.text(0));
    }

    @Test
    void aMatchBelongsToItsRouter() {
        RouteMatch<String> foreign = gets("/a").newMatch();
        assertThrows(IllegalArgumentException.class, () -> gets("/a").match(HttpMethod.GET, "/a", foreign));
    }

    @Test
    void anEmptyRouterFindsNothing() {
        Router<String> router = gets();
        assertEquals("-", get(router, "/"));
        assertEquals(0, router.size());
        assertFalse(router.routes().iterator().hasNext());
    }

    private static Set<HttpMethod> names(String... names) {
        return java.util.Arrays.stream(names).map(HttpMethod::of).collect(java.util.stream.Collectors.toSet());
    }
}
