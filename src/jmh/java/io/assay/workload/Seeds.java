package io.assay.workload;

import java.util.Random;

/** The one seed that every generated input hangs on. */
public final class Seeds {
    /** Any number would do; it must only never change silently, because inputs and figures change with it. */
    public static final long SEED = 20_260_717L;

    private Seeds() {}

    /**
     * A generator of its own for one purpose, so that drawing more numbers for one input leaves all others as they were.
     *
     * @param purpose names the input; equal names give equal sequences
     */
    public static Random random(String purpose) {
        return new Random(SEED * 31 + purpose.hashCode());
    }
}
