package io.assay.workload.inject;

import io.assay.workload.Seeds;
import java.util.Arrays;
import java.util.Random;

/**
 * Which component depends on which. Immutable: callers do not write to the arrays.
 *
 * @param dependencies the numbers that each component depends on, in the order of its constructor; {@link #ABSENT} is
 *     something that nobody offers
 * @param order in which components are told to a container: shuffled, so that none is helped by what was written in the
 *     order of construction
 */
public record ServiceGraph(int[][] dependencies, int[] order) {
    /** A dependency that no component is: {@link Absent}. */
    public static final int ABSENT = -1;

    static ServiceGraph of(int[][] dependencies) {
        int n = dependencies.length;
        int[] order = new int[n];
        Arrays.setAll(order, i -> i);
        Random random = Seeds.random("registration " + n);
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return new ServiceGraph(dependencies, order);
    }

    /** Bad input: a tree whose root depends on its last leaf. */
    public static ServiceGraph cyclic(int n) {
        int[][] tree = GraphShape.TREE.of(n).dependencies();
        tree[0] = new int[] {n - 1};
        return of(tree);
    }

    /** Bad input: a tree whose last leaf depends on what nobody offers. */
    public static ServiceGraph missing(int n) {
        int[][] tree = GraphShape.TREE.of(n).dependencies();
        tree[n - 1] = new int[] {ABSENT};
        return of(tree);
    }

    /** Number of components. */
    public int size() {
        return dependencies.length;
    }

    /** Number of dependencies of all. */
    public int edges() {
        return Arrays.stream(dependencies).mapToInt(d -> d.length).sum();
    }
}
