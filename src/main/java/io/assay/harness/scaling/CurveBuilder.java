package io.assay.harness.scaling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Gathers the costs of a series as they are read; a size that comes twice has the forks of both. */
final class CurveBuilder {
    private final TreeMap<Double, List<Double>> forks = new TreeMap<>();
    private final Map<Double, Double> grains = new HashMap<>();
    private final List<String> warnings = new ArrayList<>();

    void add(double n, double cost) {
        add(n, cost, 0);
    }

    /** Adds what is told to an amount alone. */
    void add(double n, double cost, double grain) {
        forks.computeIfAbsent(n, size -> new ArrayList<>()).add(cost);
        grains.merge(n, grain, Math::max);
    }

    void warn(String warning) {
        warnings.add(warning);
    }

    List<String> warnings() {
        return warnings;
    }

    /** The curve; empty where nothing was added. */
    Optional<Curve> curve() {
        if (forks.isEmpty()) {
            return Optional.empty();
        }
        double[] n = new double[forks.size()];
        double[][] costs = new double[n.length][];
        double[] grain = new double[n.length];
        int i = 0;
        for (Map.Entry<Double, List<Double>> size : forks.entrySet()) {
            n[i] = size.getKey();
            grain[i] = grains.getOrDefault(size.getKey(), 0.0);
            costs[i++] = size.getValue().stream().mapToDouble(v -> v).toArray();
        }
        boolean nothing = Arrays.stream(costs).flatMapToDouble(Arrays::stream).allMatch(v -> v <= Costs.NO_BYTES);
        return Optional.of(nothing ? new Curve(n, costs, 0) : new Curve(n, costs, grain));
    }
}
