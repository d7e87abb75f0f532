package io.assay.harness.stats;

import java.util.Arrays;

/**
 * When a fork has warmed up, and when it has measured enough: a pure function of the scores seen so far, so that
 * recorded series can be replayed through it. Scores are times or rates in one unit; all comparisons are of logarithms,
 * so that neither unit nor direction matters.
 *
 * <p><b>Warm-up.</b> The first quarter of what was seen is forgotten. The fork is steady when the means of the other
 * three quarters lie within {@link #WARM_UP_LEVEL} of each other. Because the quarters grow with the warm-up, a slow
 * drift is seen as well as a fast one. <b>Measuring</b> is enough when the means of both halves lie within
 * {@link #MEASURED_LEVEL}: noise that does not average out, and drift, keep it going. A series too noisy to be shown
 * steady goes to the cap.
 *
 * <p>The question is not put after every iteration but at growing distances: who looks often enough finds any series
 * steady once. Nothing stops below the least count of a phase, and nothing runs beyond its cap. The least counts are
 * shares of the caps, because a series that was level for a second can still step after ten: who grants a longer cap
 * expects later steps.
 *
 * <p>The way is that of Laaber et al. (<i>Dynamically reconfiguring software microbenchmarks</i>, ESEC/FSE 2020), who
 * stop by the variability of the last iterations; the growing window is our answer to the late shifts that Traini et
 * al. (<i>Towards effective assessment of steady state performance in Java software</i>, EMSE 28, 2023) found. The
 * evaluation is in {@code docs/stopping.md}.
 *
 * @param warmUpLeast warm-up iterations before the first look; the same as the cap for a warm-up of fixed length
 * @param warmUpCap most warm-up iterations
 * @param measuredLeast measured iterations before the first look; the same as the cap for a fixed number
 * @param measuredCap most measured iterations
 */
public record StoppingRule(int warmUpLeast, int warmUpCap, int measuredLeast, int measuredCap) {
    /** How far the means of the last three quarters of a warm-up may lie apart (natural logarithm). */
    public static final double WARM_UP_LEVEL = 0.01;

    /** How far the means of both halves of what was measured may lie apart (natural logarithm). */
    public static final double MEASURED_LEVEL = 0.02;

    /** Fewer warm-up iterations than this, two in each quarter, say nothing about a level. */
    public static final int FEWEST_WARM_UPS = 8;

    private static final double LEAST_SHARE = 0.2;
    private static final double WARM_UP_GROWTH = 1.15;
    private static final double MEASURED_GROWTH = 1.25;

    /** What the fork is to do next. */
    public enum Decision {
        /** Another warm-up iteration. */
        WARM_UP,
        /** The next iteration is measured. */
        MEASURE,
        /** What was measured is enough. */
        STOP
    }

    /** Refuses what cannot be run. */
    public StoppingRule {
        if (warmUpLeast < 0 || warmUpLeast > warmUpCap || measuredLeast < 1 || measuredLeast > measuredCap) {
            throw new IllegalArgumentException(
                    "least counts lie between 0 (warm-up) or 1 (measured) and their caps, not " + warmUpLeast + " of "
                            + warmUpCap + " and " + measuredLeast + " of " + measuredCap);
        }
    }

    /** The rule under caps alone: at least a fifth of each phase. */
    public static StoppingRule within(int warmUpCap, int measuredCap) {
        return new StoppingRule(
                warmUpLeast(warmUpCap),
                warmUpCap,
                Math.min(measuredCap, atLeast(2, LEAST_SHARE * measuredCap)),
                measuredCap);
    }

    /** The same with a warm-up of fixed length. */
    public StoppingRule withFixedWarmUp() {
        return new StoppingRule(warmUpCap, warmUpCap, measuredLeast, measuredCap);
    }

    /** The same with a fixed number of measured iterations. */
    public StoppingRule withFixedMeasuring() {
        return new StoppingRule(warmUpLeast, warmUpCap, measuredCap, measuredCap);
    }

    /** Whether any fork can end before its caps. */
    public boolean canStop() {
        return warmUpLeast < warmUpCap || measuredLeast < measuredCap;
    }

    private static int warmUpLeast(int cap) {
        return Math.min(cap, atLeast(FEWEST_WARM_UPS, LEAST_SHARE * cap));
    }

    private static int atLeast(int floor, double share) {
        return Math.max(floor, (int) Math.ceil(share));
    }

    /**
     * What a fork does next.
     *
     * @param warmUp scores of the warm-up iterations so far, in order
     * @param measured scores of the measured iterations so far; once there are any the warm-up is over
     * @return never {@code WARM_UP} at the warm-up's cap or after it was over, and {@code STOP} at the measured cap
     */
    public Decision decide(double[] warmUp, double[] measured) {
        if (measured.length == 0) {
            return warmUp.length >= warmUpCap || steady(warmUp) ? Decision.MEASURE : Decision.WARM_UP;
        }
        return measured.length >= measuredCap || enough(measured) ? Decision.STOP : Decision.MEASURE;
    }

    private boolean steady(double[] warmUp) {
        return isLook(warmUp.length, warmUpLeast, WARM_UP_GROWTH) && spread(warmUp, 4, 1) <= WARM_UP_LEVEL;
    }

    private boolean enough(double[] measured) {
        return isLook(measured.length, measuredLeast, MEASURED_GROWTH) && spread(measured, 2, 0) <= MEASURED_LEVEL;
    }

    private static boolean isLook(int count, int first, double growth) {
        int look = Math.max(1, first);
        while (look < count) {
            look = Math.max(look + 1, (int) (look * growth));
        }
        return look == count;
    }

    /**
     * The spread of the log means of equal parts, but the first few. A time slice in which no operation ended has a score
     * of 0, infinity or NaN, which makes the spread infinite or NaN, and both are within no level.
     */
    private static double spread(double[] scores, int parts, int forgotten) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int part = forgotten; part < parts; part++) {
            double level = logMean(scores, scores.length * part / parts, scores.length * (part + 1) / parts);
            least = Math.min(least, level);
            most = Math.max(most, level);
        }
        return most - least;
    }

    private static double logMean(double[] scores, int from, int to) {
        return Math.log(Arrays.stream(scores, from, to).average().orElse(Double.NaN));
    }
}
