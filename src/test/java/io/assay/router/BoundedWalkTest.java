package io.assay.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/**
 * Backtracking is bounded by the tree: every node is entered at most once and left at most once for its next
 * alternative, whatever the path. Steps are counted by assertions in the walk, so nothing is timed.
 */
class BoundedWalkTest {
    private static final int LEVELS = 10;

    /** Every combination of a literal and a parameter: the table that makes a naive matcher exponential. */
    @Test
    void allCombinationsOfLiteralAndParameter() {
        Router.Builder<String> builder = Router.builder();
        for (int bits = 0; bits < 1 << LEVELS; bits++) {
            StringBuilder template = new StringBuilder();
            for (int level = 0; level < LEVELS; level++) {
                template.append((bits >> level & 1) == 0 ? "/a" : "/{p" + level + "}");
            }
            builder.add(HttpMethod.GET, template + "/end", "x");
        }
        Router<String> router = builder.build();
        int nodes = (2 << LEVELS) - 1 + (1 << LEVELS);
        for (String path : new String[] {"/a".repeat(LEVELS) + "/no", "/a".repeat(32_768), "/".repeat(65_536)}) {
            RouteMatch<String> match = router.newMatch();
            assertEquals(Outcome.NOT_FOUND, router.match(HttpMethod.GET, path, match));
            bounded(match, nodes);
            assertTrue(path.startsWith("//") || match.walk.steps > 1 << LEVELS, "it went everywhere, and was counted");
        }
    }

    @Property(tries = 500)
    void neverMoreThanTheTreeHolds(@ForAll long seed) {
        Random random = new Random(seed);
        Router.Builder<String> builder = Router.builder();
        Set<String> templates = new HashSet<>();
        Set<String> nodes = new HashSet<>();
        for (int i = 0; i < 60; i++) {
            StringBuilder template = new StringBuilder();
            for (int level = 1 + random.nextInt(6); level > 0; level--) {
                template.append(random.nextBoolean() ? "/a" : random.nextBoolean() ? "/b" : "/{p" + level + "}");
            }
            if (templates.add(template.toString().replaceAll("\\{[^}]*}", "{}"))) {
                builder.add(HttpMethod.GET, template.toString(), "x");
            }
        }
        for (String template : templates) {
            for (int end = template.length(); end > 0; end = template.lastIndexOf('/', end - 1)) {
                nodes.add(template.substring(0, end));
            }
        }
        Router<String> router = builder.build();
        RouteMatch<String> match = router.newMatch();
        for (int i = 0; i < 30; i++) {
            String path = "/a/b/a/c/a/b/".substring(0, 2 * random.nextInt(7)) + "/a".repeat(random.nextInt(5));
            router.match(HttpMethod.GET, path, match);
            bounded(match, nodes.size() + 1);
        }
    }

    private static void bounded(RouteMatch<?> match, int nodes) {
        int steps = match.walk.steps;
        assertTrue(steps <= 2 * nodes + 1, steps + " steps in a tree of " + nodes + " nodes");
    }
}
