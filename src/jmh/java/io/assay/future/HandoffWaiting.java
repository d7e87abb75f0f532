package io.assay.future;

import io.assay.harness.api.Labelled;

/** How a thread waits in {@link FutureHandoffBenchmark}; the same code for all libraries. */
public enum HandoffWaiting implements Labelled {
    /** Looks ten thousand times, then parks. */
    SPIN_THEN_PARK("looks 10,000 times with Thread.onSpinWait, then parks", 10_000),
    /** Parks at once. */
    PARK("registers a callback that unparks it, and parks", 0);

    private final String label;
    private final int spins;

    HandoffWaiting(String label, int spins) {
        this.label = label;
        this.spins = spins;
    }

    @Override
    public String label() {
        return label;
    }

    int spins() {
        return spins;
    }
}
