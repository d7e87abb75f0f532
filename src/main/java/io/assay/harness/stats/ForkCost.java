package io.assay.harness.stats;

import java.util.Arrays;

/** What one number stands for a fork, as a logarithm. */
enum ForkCost {
    /**
     * Three quarters of the fastest iteration's logarithm, one quarter of the median's: what disturbs an iteration makes
     * it slower, so the fast end varies least from fork to fork; the median steadies it.
     */
    FAST_END("three quarters fastest iteration, one quarter median") {
        @Override
        double of(double[] iterations) {
            double median = Math.log(Noise.median(iterations));
            double fastest = Math.log(Arrays.stream(iterations).min().getAsDouble());
            return (1 - MEDIAN_SHARE) * fastest + MEDIAN_SHARE * median;
        }
    },
    /** The median iteration, for rows whose forks differ in their number of iterations: more have a faster fastest. */
    MEDIAN("median iteration") {
        @Override
        double of(double[] iterations) {
            return Math.log(Noise.median(iterations));
        }
    },
    /** The arithmetic mean: what is paid in total, pauses and all. */
    MEAN("mean of the iterations") {
        @Override
        double of(double[] iterations) {
            return Math.log(Noise.mean(iterations));
        }
    };

    private static final double MEDIAN_SHARE = 0.25;

    private final String text;

    ForkCost(String text) {
        this.text = text;
    }

    /** The logarithm of the cost of one fork. */
    abstract double of(double[] iterations);

    String text() {
        return text;
    }

    double[] of(Sample sample) {
        return Arrays.stream(sample.forks()).mapToDouble(this::of).toArray();
    }

    /** The fast end, unless forks differ in their number of iterations. */
    static ForkCost typical(Sample base, Sample head) {
        int iterations = base.forks()[0].length;
        boolean alike = Arrays.stream(base.forks()).allMatch(fork -> fork.length == iterations)
                && Arrays.stream(head.forks()).allMatch(fork -> fork.length == iterations);
        return alike ? FAST_END : MEDIAN;
    }
}
