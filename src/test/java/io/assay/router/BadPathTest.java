package io.assay.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadPathTest {
    private static final int LONG = 1 << 16;

    private final Router<String> plain =
            RouterTest.gets("/a/{x}", "/a/{x}/b", "/{y}/{x}/c", "/w/*rest", "/{x}a{y}b{z}/p");
    private final Router<String> decoding = Router.<String>builder()
            .percentDecoding(true)
            .add(HttpMethod.GET, "/a b/{x}", "param")
            .add(HttpMethod.GET, "/w/*rest", "rest")
            .add(HttpMethod.GET, "/p%2Fq", "slash")
            .build();

    @Test
    void nothingOrNoSlash() {
        RouteMatch<String> match = plain.newMatch();
        for (String path :
                new String[] {null, "", "a", "a/b", "http://host/a", "?x", "\uD800", "/a/\uDC00", "/\uD800/a"}) {
            assertEquals(Outcome.BAD_PATH, plain.match(HttpMethod.GET, path, match), path);
        }
        byte[] b = "x/a/b".getBytes(StandardCharsets.US_ASCII);
        assertEquals(Outcome.BAD_PATH, plain.match(HttpMethod.GET, b, 0, 5, match));
        assertEquals(Outcome.BAD_PATH, plain.match(HttpMethod.GET, b, 1, 1, match));
        assertEquals(Outcome.BAD_PATH, plain.match(HttpMethod.GET, null, 0, 0, match));
        assertEquals(Outcome.FOUND, plain.match(HttpMethod.GET, b, 1, 5, match));
        assertThrows(IndexOutOfBoundsException.class, () -> plain.match(HttpMethod.GET, b, 1, 6, match));
        assertThrows(IndexOutOfBoundsException.class, () -> plain.match(HttpMethod.GET, b, -1, 3, match));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%zz", "/w/%", "/w/a%4", "/w/%4g", "/%é1", "/w/x/y/z/%"})
    void brokenEscapes(String path) {
        assertEquals(Outcome.BAD_PATH, decoding.match(HttpMethod.GET, path, decoding.newMatch()));
        byte[] b = path.getBytes(StandardCharsets.UTF_8);
        assertEquals(Outcome.BAD_PATH, decoding.match(HttpMethod.GET, b, 0, b.length, decoding.newMatch()));
        RouteMatch<String> match = plain.newMatch();
        assertEquals(
                path.startsWith("/w") ? Outcome.FOUND : Outcome.NOT_FOUND, plain.match(HttpMethod.GET, path, match));
    }

    @Test
    void escapes() {
        RouteMatch<String> match = decoding.newMatch();
        assertEquals(Outcome.FOUND, decoding.match(HttpMethod.GET, "/a%20b/%C3%a4%2F+", match));
        assertEquals("ä/+", match.text("x"));
        assertEquals(List.of(7, 17), List.of(match.start(0), match.end(0)));
        assertEquals(Outcome.FOUND, decoding.match(HttpMethod.GET, "/p%2fq", match));
        assertEquals("slash", match.value());
        assertEquals(Outcome.NOT_FOUND, decoding.match(HttpMethod.GET, "/p/q", match));
        assertEquals(Outcome.FOUND, decoding.match(HttpMethod.GET, "/%77/%2F/é%41", match));
        assertEquals("//éA", match.text("rest"));
        assertEquals(List.of(5, 13), List.of(match.start(0), match.end(0)));
        assertEquals(Outcome.FOUND, decoding.match(HttpMethod.GET, "/w/%ff", match));
        assertEquals("\uFFFD", match.text("rest"));
    }

    @Test
    void longPaths() {
        String a = "a".repeat(LONG);
        assertLong("/a/" + a, "/a/{x}", a);
        assertLong("/w/" + a + "/" + a, "/w/*rest", a + "/" + a);
        assertLong("/w" + "/".repeat(LONG), "/w/*rest", "/".repeat(LONG - 1));
        assertLong("/w/" + "é".repeat(LONG), "/w/*rest", "é".repeat(LONG));
        for (String path :
                List.of("/".repeat(LONG), "/a/".repeat(LONG / 3), "/" + a, "/" + a + "/p", "/" + a + "b/p")) {
            assertEquals(Outcome.NOT_FOUND, plain.match(HttpMethod.GET, path, plain.newMatch()));
            byte[] b = path.getBytes(StandardCharsets.UTF_8);
            assertEquals(Outcome.NOT_FOUND, plain.match(HttpMethod.GET, b, 0, b.length, plain.newMatch()));
        }
        RouteMatch<String> match = decoding.newMatch();
        assertEquals(Outcome.FOUND, decoding.match(HttpMethod.GET, "/w/" + "%2F".repeat(LONG), match));
        assertEquals("/".repeat(LONG), match.text(0));
    }

    /** A caller's array with room behind the path is not copied until something in it is decoded. */
    @Test
    void longPathsThatAreDecodedInPlace() {
        RouteMatch<String> match = decoding.newMatch();
        byte[] b = ("/w/" + "%2F".repeat(LONG)).getBytes(StandardCharsets.UTF_8);
        byte[] roomy = java.util.Arrays.copyOf(b, 2 * b.length);
        assertEquals(Outcome.FOUND, decoding.match(HttpMethod.GET, roomy, 0, b.length, match));
        assertEquals("/".repeat(LONG), match.text(0));
        assertEquals(List.of(3, b.length), List.of(match.start(0), match.end(0)));
    }

    private void assertLong(String path, String template, String parameter) {
        RouteMatch<String> match = plain.newMatch();
        byte[] b = path.getBytes(StandardCharsets.UTF_8);
        assertEquals(Outcome.FOUND, plain.match(HttpMethod.GET, path, match));
        assertEquals(template, match.value());
        assertEquals(parameter, match.text(0));
        assertEquals(Outcome.FOUND, plain.match(HttpMethod.GET, b, 0, b.length, match));
        assertEquals(parameter, match.text(0));
    }
}
