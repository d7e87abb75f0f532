package io.assay.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Many partial segments at one node: work is counted, not timed. */
class PartialScaleTest {
    private static final int ROUTES = 100_000;

    /** All of one length. */
    private static String literal(int i) {
        return "f" + Integer.toString(1_000_000 + i).substring(1) + "-";
    }

    @Test
    void buildsAndMatches() {
        Router.Builder<Integer> builder = Router.builder();
        for (int i = 0; i < ROUTES; i++) builder.add(HttpMethod.GET, "/" + literal(i) + "{x}", i);
        Router<Integer> router = builder.build();
        RouteMatch<Integer> match = router.newMatch();
        for (int i = 0; i < ROUTES; i++) {
            router.match(HttpMethod.GET, "/" + literal(i) + "abc", match);
            assertEquals(i, match.value());
            assertEquals("abc", match.text(0));
        }
        assertEquals(Outcome.NOT_FOUND, router.match(HttpMethod.GET, "/f000001-", match));
        assertEquals(Outcome.NOT_FOUND, router.match(HttpMethod.GET, "/f000001+a", match));
    }

    @Test
    void comparesAndTriesFew() {
        List<Map.Entry<PartialPattern, TrieNode>> entries = new ArrayList<>();
        for (int i = 0; i < ROUTES; i++) {
            TrieNode node = new TrieNode(i, 0);
            node.methodsBelow = 1;
            entries.add(Map.entry(new PartialPattern(List.of(literal(i), "")), node));
        }
        PartialConflicts conflicts = new PartialConflicts(entries);
        assertNull(conflicts.find());
        assertTrue(conflicts.comparisons() <= 2 * ROUTES, conflicts.comparisons() + " comparisons");

        PartialIndex index =
                new PartialIndex(entries.stream().map(Map.Entry::getKey).toList());
        byte[] segment = "f004242-x".getBytes(StandardCharsets.US_ASCII);
        assertEquals(4242, index.next(segment, 0, segment.length, 0));
        assertEquals(ROUTES, index.next(segment, 0, segment.length, 4243));
    }
}
