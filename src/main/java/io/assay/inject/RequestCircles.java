package io.assay.inject;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Finds services made per request that ask for each other in a circle, and so without end. */
final class RequestCircles {
    /**
     * Of products that stand one above the other each of the first so many is looked at, then those whose depth is a power of
     * two: so looking, which walks all the way up, stays linear in the length of a chain, and a circle ends at twice its own.
     */
    private static final int SHALLOW = 64;

    private final Core core;

    RequestCircles(Core core) {
        this.core = core;
    }

    /**
     * The names round the circle that one more product of a plan, made for this consumer, would close, the first of them again
     * at the end.
     *
     * @return empty where it closes none, or none is looked for at this depth
     */
    List<String> closedBy(Node consumer, Plan plan) {
        int depth = consumer.depth();
        boolean looks = depth < SHALLOW || Integer.bitCount(depth) == 1;
        return looks && isBelow(consumer, plan) ? circle(consumer, plan) : List.of();
    }

    /** Whether a service was made, through whatever others, for one of the plan. */
    private boolean isBelow(Node service, Plan plan) {
        Node above = service;
        for (Edge asker = above.asker(); asker != null && above.plan != plan; asker = above.asker()) {
            core.edgesVisited++;
            above = asker.consumer;
        }
        return above.is(Node.PRODUCT) && above.plan == plan;
    }

    /** Those who asked one for the other, from one of the plan down to one of the plan. */
    private static List<String> circle(Node consumer, Plan plan) {
        List<String> path = new ArrayList<>();
        path.add(plan.component.name());
        Node above = consumer;
        for (Edge asker = above.asker(); asker != null && above.plan != plan; asker = above.asker()) {
            path.add(above.plan.component.name());
            above = asker.consumer;
        }
        path.add(plan.component.name());
        Collections.reverse(path);
        return path;
    }
}
