package io.assay.containers;

import io.assay.workload.Seeds;
import java.util.Random;

/**
 * Keys by index: the first half are put, the other half are not. Distinct, without order, and spread over their whole range;
 * object keys are strings of 13 characters whose hash is known, as that of a key in use is.
 */
final class ContainerKeys {
    /** Odd, so that multiplying by it is one to one; the golden ratio's bits, so that neighbours are far apart. */
    private static final int SPREAD = 0x9E3779B1;

    private static final long WIDE_SPREAD = 0x9E3779B97F4A7C15L;

    /** Lookups in a list at least this long: what is walked again at once is learnt by heart by the branch predictor. */
    private static final int LEAST_LOOKUPS = 4_096;

    private ContainerKeys() {}

    static String[] strings(int count) {
        String[] keys = new String[count];
        for (int i = 0; i < count; i++) {
            keys[i] = String.format("user-%08x", i * SPREAD);
            if (keys[i].hashCode() == 0) {
                throw new IllegalStateException("a hash of 0 is computed anew each time: " + keys[i]);
            }
        }
        return keys;
    }

    static int[] ints(int count) {
        int[] keys = new int[count];
        for (int i = 0; i < count; i++) keys[i] = i * SPREAD + 1;
        return keys;
    }

    static long[] longs(int count) {
        long[] keys = new long[count];
        for (int i = 0; i < count; i++) keys[i] = i * WIDE_SPREAD + 1;
        return keys;
    }

    /** Indexes below n in random order, each at least once. */
    static int[] lookups(int n) {
        int[] order = new int[Math.max(n, LEAST_LOOKUPS / n * n)];
        for (int i = 0; i < order.length; i++) order[i] = i % n;
        Random random = Seeds.random("container lookups");
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        return order;
    }
}
