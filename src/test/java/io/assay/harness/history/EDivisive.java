package io.assay.harness.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The rule to beat: E-divisive means (Matteson and James, <i>A nonparametric approach for multiple change point
 * analysis of multivariate data</i>, JASA 109, 2014), with energy distance of exponent 1, bisection, and a permutation
 * test at 5% that ends it.
 */
final class EDivisive {
    private static final int SHUFFLES = 99;
    private static final int SHORTEST = 3;

    private EDivisive() {}

    static List<Integer> changes(double[] values, double level, long seed) {
        List<Integer> changes = new ArrayList<>();
        divide(values, 0, values.length, level, new Random(seed), changes);
        changes.sort(Integer::compare);
        return changes;
    }

    private static void divide(double[] values, int from, int to, double level, Random random, List<Integer> changes) {
        if (to - from < 2 * SHORTEST) {
            return;
        }
        double[] part = java.util.Arrays.copyOfRange(values, from, to);
        double[] best = best(part);
        int asHigh = 1;
        for (int i = 0; i < SHUFFLES; i++) {
            for (int k = part.length - 1; k > 0; k--) {
                int j = random.nextInt(k + 1);
                double swapped = part[k];
                part[k] = part[j];
                part[j] = swapped;
            }
            asHigh += best(part)[1] >= best[1] ? 1 : 0;
        }
        if (asHigh > level * (SHUFFLES + 1)) {
            return;
        }
        int at = from + (int) best[0];
        changes.add(at);
        divide(values, from, at, level, random, changes);
        divide(values, at, to, level, random, changes);
    }

    /** Place and height of the largest energy distance between what is before and what is behind. */
    private static double[] best(double[] x) {
        int n = x.length;
        double left = 0;
        double right = 0;
        double across = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                right += Math.abs(x[i] - x[j]);
            }
        }
        double[] best = {SHORTEST, Double.NEGATIVE_INFINITY};
        for (int m = 1; m < n; m++) {
            double before = 0;
            double behind = 0;
            for (int i = 0; i < m - 1; i++) {
                before += Math.abs(x[i] - x[m - 1]);
            }
            for (int j = m; j < n; j++) {
                behind += Math.abs(x[m - 1] - x[j]);
            }
            left += before;
            right -= behind;
            across += behind - before;
            int k = n - m;
            if (m >= SHORTEST && k >= SHORTEST) {
                double energy = 2 * across / ((double) m * k)
                        - 2 * left / ((double) m * (m - 1))
                        - 2 * right / ((double) k * (k - 1));
                double height = energy * m * k / n;
                if (height > best[1]) {
                    best = new double[] {m, height};
                }
            }
        }
        return best;
    }
}
