package io.assay.harness.scaling;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** Curves whose class is known: a law, a fixed overhead, a trap, and noise of several kinds. */
final class SimulatedCurve {
    /** What is laid into a curve beside its class and its noise. */
    enum Trap {
        PLAIN,
        OVERHEAD,
        LOWER_TERM,
        SHARP_STEP,
        SMOOTH_STEP,
        MISSES_STEP,
        RAMP_STEP,
        MARGINAL_STEP,
        TWO_STEPS,
        CHEAPER_STEP,
        POINT_ASTRAY,
        FEW_POINTS,
        DECADES,
        ONE_FORK,
        QUADRATIC_TAIL
    }

    private static final double[] OVERHEADS = {0.03, 0.1, 0.3, 1};

    final Growth growth;
    final Curve curve;

    /** The n from which the tail is more than half of the cost; NaN where there is no tail. */
    final double crossover;

    private final Trap trap;
    private final Random random;
    private final double noise;
    private final int law;
    private final boolean calmerWhenLong;
    private final double[] n;
    private final double at;
    private final double second;
    private final double rise;
    private final double width;

    SimulatedCurve(Trap trap, Growth law, double noise, long seed) {
        this.trap = trap;
        this.noise = noise;
        random = new Random(
                seed * 0x9E3779B97F4A7C15L + 31L * trap.ordinal() + 7L * law.ordinal() + (long) (1e4 * noise));
        random.nextLong();
        growth = trap == Trap.QUADRATIC_TAIL ? Growth.QUADRATIC : law;
        n = sizes();
        double first = Math.log(n[0]) / Math.log(2) + 0.3;
        double last = Math.log(n[n.length - 1]) / Math.log(2) - 0.3;
        at = uniform(first, last);
        second = uniform(first, last);
        rise = uniform(1.5, 3);
        width = uniform(0.2, 0.8);
        this.law = random.nextInt(5);
        calmerWhenLong = random.nextInt(4) == 0;
        double[] crossed = {Double.NaN};
        curve = measured(law, crossed);
        crossover = crossed[0];
    }

    private double[] sizes() {
        return switch (trap) {
            case FEW_POINTS -> {
                int count = 5 + random.nextInt(4);
                yield IntStream.range(0, count)
                        .mapToDouble(i -> Math.rint(16 * Math.pow(256, i / (count - 1.0))))
                        .toArray();
            }
            case DECADES -> new double[] {10, 20, 50, 100, 200, 500, 1000, 2000, 5000};
            default -> IntStream.range(4, 13).mapToDouble(i -> 1 << i).toArray();
        };
    }

    private Curve measured(Growth of, double[] crossed) {
        double middle = of.at(Math.sqrt(n[0] * n[n.length - 1]));
        boolean bare = trap == Trap.PLAIN || (trap != Trap.OVERHEAD && random.nextBoolean());
        double overhead = bare ? 0 : middle * OVERHEADS[random.nextInt(OVERHEADS.length)];
        double lower = trap == Trap.LOWER_TERM ? uniform(0.05, 1) : 0;
        double tail = trap == Trap.QUADRATIC_TAIL ? of.at(1000) / 1e6 * Math.pow(2, random.nextInt(3) - 1) : 0;
        if (tail > 0) {
            crossed[0] = n[0];
            while (tail * crossed[0] * crossed[0] < of.at(crossed[0]) + overhead) {
                crossed[0] *= 1.001;
            }
        }
        boolean whole = random.nextBoolean();
        int astray = random.nextInt(n.length);
        double away = random.nextBoolean() ? uniform(1.1, 1.5) : 1 / uniform(1.1, 1.3);
        double[][] forks = new double[n.length][trap == Trap.ONE_FORK ? 1 : 3 + random.nextInt(3)];
        for (int i = 0; i < n.length; i++) {
            double level = level(n[i], of);
            double cost = of.at(n[i]) * level
                    + overhead * (whole ? level : 1)
                    + lower * lowerTerm(n[i], of)
                    + tail * n[i] * n[i];
            double spread = calmerWhenLong ? noise * (2 - 1.5 * i / (n.length - 1)) : noise;
            for (int fork = 0; fork < forks[i].length; fork++) {
                forks[i][fork] = fork(trap == Trap.POINT_ASTRAY && i == astray ? cost * away : cost, spread);
            }
        }
        return new Curve(n, forks, 0);
    }

    private double fork(double cost, double spread) {
        double[] iterations = new double[5];
        double own = disturbance(spread);
        Arrays.setAll(iterations, i -> cost * own * disturbance(spread));
        Arrays.sort(iterations);
        return iterations[2];
    }

    private double level(double size, Growth of) {
        double doublings = Math.log(size) / Math.log(2) - at;
        boolean behind = doublings > 0;
        double edge = Math.pow(2, at);
        return switch (trap) {
            case SHARP_STEP -> behind ? rise : 1;
            case SMOOTH_STEP -> 1 + (rise - 1) / (1 + Math.exp(-doublings / width));
            case MISSES_STEP -> 1 + (rise - 1) * Math.max(0, 1 - edge / size);
            case RAMP_STEP -> 1 + (rise - 1) * Math.min(1, Math.max(0, doublings / (2 * width)));
            case MARGINAL_STEP ->
                behind && of != Growth.CONSTANT ? (of.at(edge) + rise * (of.at(size) - of.at(edge))) / of.at(size) : 1;
            case TWO_STEPS -> (behind ? rise : 1) * (Math.log(size) / Math.log(2) > second ? 1.3 + width : 1);
            case CHEAPER_STEP -> behind ? 1 / rise : 1;
            default -> 1;
        };
    }

    /** As large as the leading term at 256 or so. */
    private static double lowerTerm(double size, Growth of) {
        return switch (of) {
            case LINEARITHMIC -> 8 * size;
            case QUADRATIC -> 256 * size;
            case CUBIC -> 256 * size * size;
            default -> 0;
        };
    }

    /** Normal, heavy-tailed, with outliers, one-sided, and not logarithmic. */
    private double disturbance(double spread) {
        double normal = random.nextGaussian();
        return switch (law) {
            case 0 -> Math.exp(spread * normal);
            case 1 -> Math.exp(spread * normal / Math.sqrt(chiSquared() / 4) / Math.sqrt(2));
            case 2 -> Math.exp(spread * normal) * (random.nextDouble() < 0.06 ? uniform(1.1, 1.5) : 1);
            case 3 -> 1 + 1.6 * Math.abs(normal) * spread;
            default -> Math.max(0.5, 1 + spread * normal);
        };
    }

    private double chiSquared() {
        return IntStream.range(0, 4)
                .mapToDouble(i -> random.nextGaussian())
                .map(v -> v * v)
                .sum();
    }

    private double uniform(double from, double to) {
        return from + (to - from) * random.nextDouble();
    }
}
