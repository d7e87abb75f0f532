package io.assay.containers;

import io.assay.Checks;

/** How large a container starts, the same for all libraries, and the one check of that argument. */
final class Sizing {
    /**
     * Entries per slot of every hash table at which it grows. It is Agrona's own figure and the lowest of the three
     * (the JDK's and fastutil's is 0.75), so that none probes through fuller tables than its authors meant.
     */
    static final float LOAD_FACTOR = 0.65f;

    /** A table for more would need an array beyond 2^30, the largest power of two that an array can have. */
    static final int MAX_EXPECTED = 1 << 29;

    private Sizing() {}

    static int checked(int expected) {
        if (Checks.ENABLED && (expected < 0 || expected > MAX_EXPECTED)) {
            throw new IllegalArgumentException(
                    "expected = " + expected + ": a container is made for 0 to " + MAX_EXPECTED + " elements");
        }
        return expected;
    }

    /**
     * The slots that hold the expected entries without growing. fastutil asks for entries and does this sum itself;
     * the JDK and Agrona ask for slots.
     */
    static int slots(int expected) {
        return (int) Math.ceil(checked(expected) / LOAD_FACTOR);
    }
}
