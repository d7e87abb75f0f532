package io.assay.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Large tables of the shapes that stress the hashing, and the promise that a match allocates nothing. */
class RouterScaleTest {
    private static final int ROUTES = 100_000;

    @Test
    void manyLiteralsUnderOneNode() {
        findsAll(i -> "/n" + i, i -> "/n" + i);
    }

    @Test
    void longLiteralsThatDifferInTheMiddle() {
        findsAll(i -> "/resource-number-" + i + "-of-the-service", i -> "/resource-number-" + i + "-of-the-service");
    }

    @Test
    void manySmallNodes() {
        findsAll(
                i -> "/s" + i / 40 + "/{id}/r" + i % 40 / 2 + (i % 2 == 0 ? "" : "/{x}.json"),
                i -> "/s" + i / 40 + "/id-" + i + "/r" + i % 40 / 2 + (i % 2 == 0 ? "" : "/x.json"));
    }

    @Test
    void aDeepTemplate() {
        String deep = "/{p}".replace("p", "p%d");
        StringBuilder template = new StringBuilder();
        for (int i = 0; i < 5000; i++) template.append(String.format(deep, i));
        Router<String> router = RouterTest.gets(template.toString(), "/*rest");
        RouteMatch<String> match = router.newMatch();
        router.match(HttpMethod.GET, "/x".repeat(5000), match);
        assertEquals(5000, match.parameterCount());
        router.match(HttpMethod.GET, "/x".repeat(5001), match);
        assertEquals("/*rest", match.value());
    }

    @Test
    void aMatchAllocatesNothing() {
        Router<String> router = RouterTest.gets("/a/{x}", "/a/{x}/b", "/{y}/{x}/c", "/w/*rest", "/c/{x}...{y}");
        List<String> paths =
                List.of("/a/1", "/a/1/b", "/a/1/c", "/w/1/2/3", "/c/a...b", "/none", "/a//b", "x", "/a/%zz");
        List<byte[]> exact = new ArrayList<>();
        paths.forEach(path -> exact.add(path.getBytes(StandardCharsets.US_ASCII)));
        RouteMatch<String> match = router.newMatch();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        HttpMethod custom = HttpMethod.of("LOCK");
        long sum = 0;
        long before = 0;
        long least = Long.MAX_VALUE;
        int rounds = 500;
        // The least of some tries: the JVM bills this thread, once in a while, for resolving and compiling.
        for (int round = 0; round <= 8 * rounds; round++) {
            if (round % rounds == 0) {
                long now = threads.getCurrentThreadAllocatedBytes();
                if (round > 0) least = Math.min(least, now - before);
                before = now;
            }
            for (int i = 0; i < exact.size(); i++) {
                router.match(HttpMethod.GET, paths.get(i), match);
                for (int p = 0; p < match.parameterCount(); p++) sum += match.end(p) - match.start(p);
                router.match(custom, exact.get(i), 0, exact.get(i).length, match);
            }
        }
        assertTrue(sum > 0);
        assertTrue(least < rounds, least + " bytes in " + rounds + " rounds");
    }

    private static void findsAll(IntFunction<String> template, IntFunction<String> path) {
        Router.Builder<Integer> builder = Router.builder();
        for (int i = 0; i < ROUTES; i++) builder.add(HttpMethod.GET, template.apply(i), i);
        Router<Integer> router = builder.build();
        RouteMatch<Integer> match = router.newMatch();
        for (int i = 0; i < ROUTES; i++) {
            String at = path.apply(i);
            assertEquals(Outcome.FOUND, router.match(HttpMethod.GET, at, match), at);
            assertEquals(i, match.value());
        }
        assertEquals(Outcome.NOT_FOUND, router.match(HttpMethod.GET, "/n-none", match));
    }
}
