package io.assay.inject;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** Finds services made per request that ask for each other in a circle, and so without end. */
final class RequestCircles {
    /** Every product looks at so many above it: small circles fail where they close. */
    private static final int NEAR = 64;
    /**
     * Those below look all the way up with a probability of so many to their depth, so that each walks
     * so far on average, however they stand above each other: looking is linear in what is made. It is left to chance, not to
     * every n-th, because no order in which others are made can keep those of a circle from their turns: one that is as long
     * as the depth at which it begins to repeat goes on to twice that with a probability of one in 2^8.
     */
    private static final int EXPECTED = 8;

    /** The same for each container, so that what a program does it does again. */
    private static final long SEED = 1;

    private final Core core;
    private final SplittableRandom random = new SplittableRandom(SEED);

    RequestCircles(Core core) {
        this.core = core;
    }

    /**
     * The names round the circle that one more product of a factory, made for this consumer, would close, the first of them again
     * at the end.
     *
     * @return empty where it closes none, or its turn to look has not come
     */
    List<String> closedBy(Node consumer, Factory factory) {
        int depth = consumer.depth();
        int reach = depth <= NEAR || random.nextInt(depth) < EXPECTED ? depth : NEAR;
        return isBelow(consumer, factory, reach) ? circle(consumer, factory) : List.of();
    }

    /** Whether a service was made, through at most so many others, for one of the factory's. */
    private boolean isBelow(Node service, Factory factory, int reach) {
        Node above = service;
        Edge asker = above.asker();
        for (int i = 0; i < reach && asker != null && !isOf(above, factory); i++) {
            core.edgesVisited++;
            above = asker.consumer();
            asker = above.asker();
        }
        return isOf(above, factory);
    }

    private static boolean isOf(Node service, Factory factory) {
        return service instanceof Product product && product.factory == factory;
    }

    /** Those who asked one for the other, from one of the factory's down to one of the factory's. */
    private static List<String> circle(Node consumer, Factory factory) {
        List<String> path = new ArrayList<>();
        path.add(factory.component.name());
        Node above = consumer;
        for (Edge asker = above.asker(); asker != null && !isOf(above, factory); asker = above.asker()) {
            path.add(above.component.name());
            above = asker.consumer();
        }
        path.add(factory.component.name());
        Collections.reverse(path);
        return path;
    }
}
