package io.assay.harness.doctor;

/**
 * The clock behind {@link System#nanoTime()}. Immutable.
 *
 * @param source as Linux names it ({@code tsc}, {@code hpet}, ...), or {@code unknown}
 * @param latencyNanos what one call takes, on average
 * @param granularityNanos the smallest step seen between two calls that differ
 */
public record ClockFacts(String source, double latencyNanos, double granularityNanos) {
    private static final int CALLS = 100_000;
    private static final int ROUNDS = 5;

    /** Takes about 20 ms with a good clock, a second with a bad one. */
    static ClockFacts measure(String source) {
        double latency = Double.MAX_VALUE;
        long granularity = Long.MAX_VALUE;
        // The best of several rounds: the first ones run interpreted, and any may be interrupted.
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            long last = start;
            for (int i = 0; i < CALLS; i++) {
                long now = System.nanoTime();
                if (now != last) {
                    granularity = Math.min(granularity, now - last);
                }
                last = now;
            }
            latency = Math.min(latency, (double) (last - start) / CALLS);
        }
        return new ClockFacts(source, latency, (double) granularity);
    }
}
