package io.assay.harness.scaling;

/**
 * A step of the level: from some n on, elements cost another factor, which the fit finds. A cache that no longer holds
 * the data does that, or a compiler that treats long loops otherwise.
 *
 * @param at where, as the logarithm of n to base 2
 * @param form how it rises
 * @param whole whether the whole cost moves, or the leading term alone
 * @param falling whether elements become cheaper
 */
record Step(double at, Form form, boolean whole, boolean falling) {
    /** The smallest factor that is taken for a step, as a logarithm. */
    static final double LEAST = Math.log(1.12);

    /** The largest factor that is taken for a step, as a logarithm. */
    static final double MOST = Math.log(4.5);

    /** How a step rises. */
    enum Form {
        /** From one point to the next. */
        SHARP,
        /** Within about two doublings. */
        QUICK,
        /** Within about five doublings. */
        SLOW,
        /** As the misses of a cache that is hit at random: what does not fit is {@code 1 - size/n}. */
        MISSES
    }

    /** How much of the step has been climbed at n: 0 to 1. */
    double height(double n) {
        double doublings = Math.log(n) / Math.log(2) - at;
        return switch (form) {
            case SHARP -> doublings > 0 ? 1 : 0;
            case QUICK -> 1 / (1 + Math.exp(-doublings / 0.3));
            case SLOW -> 1 / (1 + Math.exp(-doublings / 0.8));
            case MISSES -> Math.max(0, 1 - Math.pow(2, -doublings));
        };
    }

    /** Whether a factor, given by its logarithm, is one that such a step may have. */
    boolean allows(double logFactor) {
        double size = falling ? -logFactor : logFactor;
        return size > LEAST && size < MOST;
    }
}
