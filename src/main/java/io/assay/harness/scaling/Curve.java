package io.assay.harness.scaling;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What something cost at several sizes.
 *
 * @param n the sizes, ascending, each once, each from 1 to 1e15
 * @param forks for each size the cost in each fork; one unit, from 1e-250 to 1e250
 * @param grain for each size the smallest amount that the cost can be told to differ by, in its unit: 8 for bytes of a Java heap,
 *     0 for times
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in; equality is not asked for
public record Curve(double[] n, double[][] forks, double[] grain) {
    /** Fewer sizes than this tell no class from another. */
    public static final int FEWEST = 4;

    private static final double LARGEST = 1e15;
    private static final double MOST = 1e250;

    /**
     * Copies, sorts and checks.
     *
     * @throws IllegalArgumentException if a size is none or given twice, a size has no fork, or a cost is none
     */
    public Curve {
        if (n.length == 0 || n.length != forks.length || n.length != grain.length) {
            throw new IllegalArgumentException(n.length + " sizes and the costs of " + forks.length);
        }
        double[] given = n;
        double[][] costs = forks;
        double[] grains = grain;
        int[] order = IntStream.range(0, n.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> given[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        n = Arrays.stream(order).mapToDouble(i -> given[i]).toArray();
        forks = Arrays.stream(order).mapToObj(i -> costs[i].clone()).toArray(double[][]::new);
        grain = Arrays.stream(order).mapToDouble(i -> grains[i]).toArray();
        Set<Double> seen = new HashSet<>();
        for (int i = 0; i < n.length; i++) {
            if (!isSize(n[i]) || !seen.add(n[i])) {
                throw new IllegalArgumentException("size " + n[i] + ": sizes are 1 to 1e15, and each is given once");
            }
            if (forks[i].length == 0 || !Arrays.stream(forks[i]).allMatch(Curve::isCost)) {
                throw new IllegalArgumentException("size " + n[i] + ": costs are 1e-250 to 1e250");
            }
        }
    }

    /**
     * A curve whose sizes are all told to the same amount.
     *
     * @throws IllegalArgumentException if a size is none or given twice, a size has no fork, or a cost is none
     */
    public Curve(double[] n, double[][] forks, double grain) {
        this(n, forks, DoubleStream.generate(() -> grain).limit(n.length).toArray());
    }

    /** Whether a number can be a size: 1 to 1e15. */
    static boolean isSize(double n) {
        return n >= 1 && n <= LARGEST;
    }

    /** Whether a number can be a cost: with sizes up to 1e15, beyond 1e-250 and 1e250 the models' factors are no numbers any more. */
    static boolean isCost(double cost) {
        return cost >= 1 / MOST && cost <= MOST;
    }

    /** The number of sizes. */
    public int size() {
        return n.length;
    }

    /** The largest size over the smallest. */
    public double span() {
        return n[n.length - 1] / n[0];
    }

    /** The same with at most so many of its sizes, in about equal ratios, both ends among them. */
    Curve thinned(int most) {
        if (size() <= most) {
            return this;
        }
        int[] kept = IntStream.range(0, most)
                .map(i -> nearest(n[0] * Math.pow(span(), i / (most - 1.0))))
                .distinct()
                .toArray();
        return new Curve(
                Arrays.stream(kept).mapToDouble(i -> n[i]).toArray(),
                Arrays.stream(kept).mapToObj(i -> forks[i]).toArray(double[][]::new),
                Arrays.stream(kept).mapToDouble(i -> grain[i]).toArray());
    }

    /** Whether it was measured at a size. */
    boolean has(double size) {
        return Arrays.binarySearch(n, size) >= 0;
    }

    /** The same at some of its sizes alone. */
    Curve at(double[] sizes) {
        int[] places = Arrays.stream(sizes)
                .mapToInt(size -> Arrays.binarySearch(n, size))
                .toArray();
        return new Curve(
                sizes,
                Arrays.stream(places).mapToObj(i -> forks[i]).toArray(double[][]::new),
                Arrays.stream(places).mapToDouble(i -> grain[i]).toArray());
    }

    /** The same with so many times less at the largest size. */
    Curve eased(double times) {
        double[][] costs = forks.clone();
        costs[costs.length - 1] =
                Arrays.stream(costs[costs.length - 1]).map(cost -> cost / times).toArray();
        return new Curve(n, costs, grain);
    }

    private int nearest(double size) {
        int at = Arrays.binarySearch(n, size);
        if (at >= 0) {
            return at;
        }
        int above = Math.min(-at - 1, n.length - 1);
        return above > 0 && size / n[above - 1] < n[above] / size ? above - 1 : above;
    }

    /** The cost at each size, as the fit takes it: the centre of its forks. */
    public double[] centres() {
        return Arrays.stream(Points.of(this).logCost()).map(Math::exp).toArray();
    }
}
