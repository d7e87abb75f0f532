package io.assay.router;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table in which literals are the majority answers strings by another way than bytes: both must say the same. */
class LiteralPathsTest {
    private static Router<String> router(boolean decoding) {
        Router.Builder<String> builder = Router.<String>builder().percentDecoding(decoding);
        for (String route : new String[] {
            "GET /",
            "GET /a",
            "POST /a",
            "GET /a/b",
            "GET /a//b",
            "GET /a/",
            "DELETE /c",
            "OPTIONS /o",
            "PUT /{x}",
            "GET /a/{x}"
        }) {
            String[] parts = route.split(" ", -1);
            builder.add(HttpMethod.of(parts[0]), parts[1], route);
        }
        builder.add(HttpMethod.GET, "/%61%25b", "encoded");
        return builder.build();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /, FOUND, GET /",
        "HEAD, /a, FOUND, GET /a",
        "GET, /a/b, FOUND, GET /a/b",
        "GET, /a//b, FOUND, GET /a//b",
        "GET, /a/, FOUND, GET /a/",
        "GET, /a/c, FOUND, GET /a/{x}",
        "PUT, /a, FOUND, PUT /{x}",
        "PUT, /c, FOUND, PUT /{x}",
        "GET, /c, METHOD_NOT_ALLOWED,",
        "PATCH, /a, METHOD_NOT_ALLOWED,",
        "BREW, /a, METHOD_NOT_ALLOWED,",
        "OPTIONS, /o, FOUND, OPTIONS /o",
        "OPTIONS, /a, OPTIONS,",
        "GET, /a/b/c, NOT_FOUND,",
        "GET, a, BAD_PATH,",
    })
    void stringsAndBytesAgree(String method, String path, Outcome outcome, String value) {
        for (boolean decoding : new boolean[] {false, true}) {
            check(router(decoding), method, path, outcome, value);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "false, /%61%25b, FOUND, encoded",
        "true, /%61%25b, FOUND, encoded",
        "true, /a%25b, FOUND, encoded",
        "true, /a%b, BAD_PATH,",
        "true, /%61, FOUND, GET /a",
        "false, /%61, METHOD_NOT_ALLOWED,",
    })
    void anEscapeIsNotTakenForItsText(boolean decoding, String path, Outcome outcome, String value) {
        check(router(decoding), "GET", path, outcome, value);
    }

    /** What is not plain ASCII, or has a percent sign, is no literal here: its text may not be the path's chars. */
    @ParameterizedTest
    @CsvSource({
        "/a, true",
        "/a /{b}, true",
        "/a /{b} /*c, false",
        "/{a}, false",
        "/a%, false",
        "/\u00e9, false",
        "/\u0080, false",
        "/\u007f, true",
    })
    void halfOfTheTemplatesIsEnough(String templates, boolean pays) {
        Template[] parsed = Arrays.stream(templates.split(" "))
                .map(text -> TemplateParser.parse(text, false))
                .toArray(Template[]::new);
        assertEquals(pays, LiteralPaths.of(parsed, new long[parsed.length]) != null);
    }

    private static void check(Router<String> router, String method, String path, Outcome outcome, String value) {
        RouteMatch<String> match = router.newMatch();
        assertEquals(outcome, router.match(HttpMethod.of(method), path, match), path + " as a string");
        if (value != null) assertEquals(value, match.value());
        byte[] bytes = path.getBytes(UTF_8);
        assertEquals(outcome, router.match(HttpMethod.of(method), bytes, 0, bytes.length, match), path + " as bytes");
        if (value != null) assertEquals(value, match.value());
    }
}
