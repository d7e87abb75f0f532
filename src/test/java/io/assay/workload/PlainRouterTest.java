package io.assay.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlainRouterTest {
    private static final PlainRouter ROUTER = new PlainRouter(RouteTable.of(
            "test",
            List.of(
                    "GET /a/b/c",
                    "GET /a/{x}/d",
                    "GET /a/*rest",
                    "POST /a/{x}",
                    "GET /diff/{spec}",
                    "GET /diff/{base}...{head}",
                    "GET /",
                    "GET /f/{name}.{ext}",
                    "GET /f/v{number}.{ext}")));

    @Test
    void literalGoesBeforeParameterBeforeWildcard() {
        assertAnswer("/a/b/c", 0);
        assertAnswer("/a/z/d", 1, "z");
        assertAnswer("/a/z/e", 2, "z/e");
    }

    @Test
    void goesBackPastALiteralThatLeadsNowhere() {
        assertAnswer("/a/b/d", 1, "b");
        assertAnswer("/a/b/e", 2, "b/e");
    }

    @Test
    void partialSegmentGoesBeforeParameterAndTakesTheShortestFromTheLeft() {
        assertAnswer("/diff/main...topic", 5, "main", "topic");
        assertAnswer("/diff/v1.0...v1.1", 5, "v1.0", "v1.1");
        assertAnswer("/diff/a....b", 5, "a", ".b");
        assertAnswer("/diff/main..topic", 4, "main..topic");
        assertAnswer("/diff/...topic", 4, "...topic");
    }

    @Test
    void partialSegmentWithMoreLiteralsGoesFirst() {
        assertAnswer("/f/v2.md", 8, "2", "md");
        assertAnswer("/f/w2.md", 7, "w2", "md");
    }

    @Test
    void wildcardTakesTheRestAlsoWhenItIsEmpty() {
        assertAnswer("/a/", 2, "");
        assertAnswer("/a", RouterRequests.NOT_FOUND);
    }

    @Test
    void parameterIsNeverEmpty() {
        assertAnswer("/diff/", RouterRequests.NOT_FOUND);
        assertAnswer("//", RouterRequests.NOT_FOUND);
    }

    @Test
    void onlyOtherMethodsServeThePath() {
        assertEquals(
                new PlainRouter.Answer(RouterRequests.METHOD_NOT_ALLOWED, List.of()),
                ROUTER.match(RequestMethod.DELETE, "/a/b/c"));
        assertEquals(new PlainRouter.Answer(3, List.of("b")), ROUTER.match(RequestMethod.POST, "/a/b"));
        assertEquals(
                new PlainRouter.Answer(RouterRequests.NOT_FOUND, List.of()),
                ROUTER.match(RequestMethod.POST, "/nowhere"));
    }

    private static void assertAnswer(String path, int route, String... values) {
        assertEquals(new PlainRouter.Answer(route, List.of(values)), ROUTER.match(RequestMethod.GET, path), path);
    }
}
