package io.assay.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.router.RouteException.Kind;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteConflictTest {
    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "users, 0",
        "/a/{, 3",
        "/a/{id, 3",
        "/a/{id/b}, 3",
        "/a/}, 3",
        "/a/{}, 4",
        "/a/{i d}, 5",
        "/a/{id:[0-9]+}, 6",
        "/{a}{b}, 4",
        "/{a}/{a}, 6",
        "/{a}-{a}, 6",
        "/a/*, 4",
        "/a/*rest/b, 3",
        "/a/*rest/, 3",
        "/a/b*, 4",
        "/a?b=c, 2",
        "/a#b, 2",
        "/{a}/*a, 6",
    })
    void malformed(String template, int offset) {
        RouteException e = assertThrows(RouteException.class, () -> RouterTest.gets(template));
        assertEquals(Kind.MALFORMED_TEMPLATE, e.kind(), e.getMessage());
        assertEquals(offset, e.offset(), e.getMessage());
        assertEquals(template, e.template());
    }

    @Test
    void malformedBeyondWhatATableCanSay() {
        assertMalformed("/" + "a".repeat(0xFFFF));
        RouterTest.gets("/" + "a".repeat(0xFFFE));
        assertMalformed("/\uD800");
        Router.Builder<String> decoding = Router.<String>builder().percentDecoding(true);
        decoding.add(HttpMethod.GET, "/a%4", "");
        assertEquals(
                Kind.MALFORMED_TEMPLATE,
                assertThrows(RouteException.class, decoding::build).kind());
        RouterTest.gets("/a%4"); // raw bytes, a percent sign like any other
    }

    @ParameterizedTest
    @CsvSource({"/a, /a", "/a/{x}, /a/{y}", "/{x}.{y}, /{y}.{x}", "/a/*x, /a/*y", "/a//b, /a//b"})
    void duplicate(String first, String second) {
        RouteException e = assertThrows(RouteException.class, () -> RouterTest.gets(first, second));
        assertEquals(Kind.DUPLICATE_ROUTE, e.kind());
        assertEquals(second, e.template());
        assertTrue(e.getMessage().contains("GET " + first), e.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "/{x}a, /b{x}",
        "/{x}-{y}, /{x}.{y}",
        "/p/v{x}/a, /p/{x}v/b",
        "/ab{x}, /a{x}b",
    })
    void ambiguous(String first, String second) {
        RouteException e = assertThrows(RouteException.class, () -> RouterTest.gets(first, second));
        assertEquals(Kind.AMBIGUOUS_ROUTE, e.kind());
        assertEquals(second, e.template());
    }

    @ParameterizedTest
    @CsvSource({
        "/a{x}, /b{x}",
        "/{x}a, /{x}b",
        "/ab{x}, /a{x}",
        "/{x}, /*x",
        "/a/{x}/b, /a/{y}/c",
        "/{x}.json, /{x}.html",
    })
    void compatible(String first, String second) {
        assertEquals(2, RouterTest.gets(first, second).size());
    }

    @Test
    void methodsThatShareNothingDoNotCollide() {
        Router.<Integer>builder()
                .add(HttpMethod.GET, "/{x}a", 1)
                .add(HttpMethod.POST, "/b{x}", 2)
                .build();
        Router.Builder<Integer> both =
                Router.<Integer>builder().add(HttpMethod.GET, "/{x}a", 1).add(HttpMethod.HEAD, "/b{x}", 2);
        assertEquals(
                Kind.AMBIGUOUS_ROUTE,
                assertThrows(RouteException.class, both::build).kind());
    }

    @Test
    void sixtyFourMethodsAreEnough() {
        Router.Builder<Integer> builder = Router.builder();
        IntStream.range(0, 55).forEach(i -> builder.add(HttpMethod.of("M" + i), "/a", i));
        Router<Integer> router = builder.build();
        RouteMatch<Integer> match = router.newMatch();
        router.match(HttpMethod.of("M54"), "/a", match);
        assertEquals(54, match.value());
        builder.add(HttpMethod.of("M55"), "/a", 55);
        assertEquals(
                Kind.TOO_MANY_METHODS,
                assertThrows(RouteException.class, builder::build).kind());
    }

    private static void assertMalformed(String template) {
        RouteException e = assertThrows(RouteException.class, () -> RouterTest.gets(template));
        assertEquals(Kind.MALFORMED_TEMPLATE, e.kind());
    }
}
