package io.assay.harness.scaling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Gathers the costs of a series as they are read; a size that comes twice has the forks of both. */
final class CurveBuilder {
    private final TreeMap<Double, List<Double>> forks = new TreeMap<>();
    private final List<String> warnings = new ArrayList<>();

    void add(double n, double cost) {
        forks.computeIfAbsent(n, size -> new ArrayList<>()).add(cost);
    }

    void warn(String warning) {
        warnings.add(warning);
    }

    List<String> warnings() {
        return warnings;
    }

    /** The curve; empty where nothing was added. */
    Optional<Curve> curve(double grain) {
        if (forks.isEmpty()) {
            return Optional.empty();
        }
        double[] n = new double[forks.size()];
        double[][] costs = new double[n.length][];
        int i = 0;
        for (Map.Entry<Double, List<Double>> size : forks.entrySet()) {
            n[i] = size.getKey();
            costs[i++] = size.getValue().stream().mapToDouble(v -> v).toArray();
        }
        boolean nothing = Arrays.stream(costs).flatMapToDouble(Arrays::stream).allMatch(v -> v <= Costs.NO_BYTES);
        return Optional.of(new Curve(n, costs, nothing ? 0 : grain));
    }
}
