package io.assay.workload.inject;

import io.assay.workload.Seeds;
import java.util.Random;
import java.util.TreeSet;

/** How n components depend on each other; a component only depends on ones with a lower number. */
public enum GraphShape {
    /** All depend on component 0. */
    STAR {
        @Override
        int[] dependencies(int number, int n, Random random) {
            return number == 0 ? NONE : new int[] {0};
        }
    },
    /** Each depends on the one before. */
    CHAIN {
        @Override
        int[] dependencies(int number, int n, Random random) {
            return number == 0 ? NONE : new int[] {number - 1};
        }
    },
    /** Component i depends on (i-1)/2 and (i-1)/3: as deep as a binary tree. */
    TREE {
        @Override
        int[] dependencies(int number, int n, Random random) {
            if (number == 0) {
                return NONE;
            }
            int parent = (number - 1) / 2;
            int other = (number - 1) / 3;
            return parent == other ? new int[] {parent} : new int[] {parent, other};
        }
    },
    /** Layers of up to 64; each component depends on one to three of the layer before. */
    LAYERS {
        @Override
        int[] dependencies(int number, int n, Random random) {
            int width = Math.min(64, Math.max(1, n / 4));
            int first = (number / width - 1) * width;
            if (first < 0) {
                return NONE;
            }
            TreeSet<Integer> drawn = new TreeSet<>();
            int wanted = Math.min(width, 1 + random.nextInt(3));
            while (drawn.size() < wanted) {
                drawn.add(first + random.nextInt(width));
            }
            return drawn.stream().mapToInt(Integer::intValue).toArray();
        }
    },
    /** Every other one is a logger, and each of the rest has one of its own, as in the reference's start. */
    LOGGERS {
        @Override
        int[] dependencies(int number, int n, Random random) {
            return number % 2 == 0 ? NONE : new int[] {number - 1};
        }
    };

    private static final int[] NONE = {};

    abstract int[] dependencies(int number, int n, Random random);

    /** The graph of n components, the same each time. */
    public ServiceGraph of(int n) {
        Random random = Seeds.random("service graph " + name() + " " + n);
        int[][] dependencies = new int[n][];
        for (int number = 0; number < n; number++) {
            dependencies[number] = dependencies(number, n, random);
        }
        return ServiceGraph.of(dependencies);
    }
}
