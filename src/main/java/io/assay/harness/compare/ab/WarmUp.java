package io.assay.harness.compare.ab;

import java.util.ArrayList;
import java.util.List;

/**
 * How many warm-up iterations the forks of a row get: the setting's number, doubled as long as the measured iterations
 * of most forks still get faster. Both versions get the same number, and it is settled before a block begins, so the
 * verdict's error rate does not depend on it. A few blocks with a short warm-up are no loss: both versions ran them.
 */
final class WarmUp {
    /** A fork counts as still warming up where its last third is this much faster than its first. */
    private static final double STILL_FASTER = 1.02;

    /** Blocks of one warm-up that decide about it. */
    private static final int BLOCKS = 3;

    /** Of all forks of these blocks, at least this share must still get faster. */
    private static final double MOST = 0.75;

    private final int most;
    private int iterations;
    private final List<Boolean> seen = new ArrayList<>();

    /**
     * Starts with the setting.
     *
     * @param most never more than this
     */
    WarmUp(int iterations, int most) {
        this.iterations = iterations;
        this.most = most;
    }

    int iterations() {
        return iterations;
    }

    void see(Block block) {
        if (iterations == 0 || iterations >= most || block.warmupIterations() != iterations) {
            return;
        }
        for (Arm arm : block.order()) {
            seen.add(stillFaster(block.costs(arm)));
        }
        if (seen.size() < BLOCKS * block.order().size()) {
            return;
        }
        long restless = seen.stream().filter(still -> still).count();
        if (restless >= MOST * seen.size()) {
            iterations = Math.min(most, 2 * iterations);
        }
        seen.clear();
    }

    private static boolean stillFaster(double[] costs) {
        int third = costs.length / 3;
        double first = 0;
        double last = 0;
        for (int i = 0; i < third; i++) {
            first += costs[i];
            last += costs[costs.length - 1 - i];
        }
        return third > 0 && first > STILL_FASTER * last;
    }
}
