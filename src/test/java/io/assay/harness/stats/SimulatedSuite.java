package io.assay.harness.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Two runs of a suite whose rows vary differently, as those of public benchmarks do, with a known change. */
final class SimulatedSuite {
    /** How the forks of a row are distributed around its cost. */
    enum Forks {
        NORMAL {
            @Override
            double draw(Simulated random) {
                return random.normal();
            }
        },
        /** Student's t with three degrees of freedom, scaled to a standard deviation of one. */
        HEAVY_TAILED {
            @Override
            double draw(Simulated random) {
                return random.deviation(1, 3) * random.normal() / Math.sqrt(3);
            }
        },
        /** Three forks in ten are eight small deviations slower. */
        BIMODAL {
            @Override
            double draw(Simulated random) {
                return ((random.uniform() < 0.3 ? 8 : 0) + random.normal()) / 4;
            }
        };

        abstract double draw(Simulated random);
    }

    private static final int ITERATIONS = 5;
    private static final double TYPICAL = 0.02;
    private static final double WITHIN = 0.01;

    private SimulatedSuite() {}

    static List<Verdicts.Pair> pairs(Simulated random, Forks shape, int rows, int forks, double factor) {
        List<Verdicts.Pair> pairs = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            double between = random.deviation(TYPICAL, 3);
            double cost = Math.exp(3 * random.normal());
            pairs.add(pair(random, shape, forks, between, cost, factor));
        }
        return pairs;
    }

    static Verdicts.Pair pair(Simulated random, Forks shape, int forks, double between, double cost, double factor) {
        return new Verdicts.Pair(
                side(random, shape, forks, between, cost),
                side(random, shape, forks, between, cost * factor),
                Verdicts.THRESHOLD);
    }

    private static Sample side(Simulated random, Forks shape, int forks, double between, double cost) {
        double[][] scores = new double[forks][ITERATIONS];
        for (double[] fork : scores) {
            double level = Math.log(cost) + between * shape.draw(random);
            Arrays.setAll(fork, i -> Math.exp(level + WITHIN * random.normal()));
        }
        return new Sample(scores);
    }

    static double share(List<Change> rows, Verdict verdict) {
        return rows.stream().filter(row -> row.verdict() == verdict).count() / (double) rows.size();
    }
}
