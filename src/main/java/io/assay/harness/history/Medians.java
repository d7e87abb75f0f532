package io.assay.harness.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.descriptive.Variance;

/** Collects what rows say of each run, and takes the median of it. */
final class Medians {
    /** The variance of a median is larger than that of a mean, by pi half for normal values. */
    private static final double MEDIAN_PRICE = Math.PI / 2;

    private static final double MAD_TO_SD = 1.4826;

    private final Map<Drift.At, List<Double>> residuals = new HashMap<>();

    void add(List<Drift.At> at, double[] values) {
        for (int t = 0; t < values.length; t++) {
            residuals.computeIfAbsent(at.get(t), a -> new ArrayList<>()).add(values[t]);
        }
    }

    /** Of the runs with enough rows. */
    Map<Drift.At, Double> medians() {
        Map<Drift.At, Double> medians = new HashMap<>();
        residuals.forEach((at, values) -> {
            if (values.size() >= Drift.LEAST_ROWS) {
                medians.put(at, median(values));
            }
        });
        return medians;
    }

    /**
     * How much of the medians' variance is more than their own noise, from 0 to 1: by this factor they are drawn
     * towards none, so that where nothing drifts nothing is added.
     */
    double share() {
        List<Double> medians = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        residuals.forEach((at, values) -> {
            if (values.size() >= Drift.LEAST_ROWS) {
                double centre = median(values);
                double spread = MAD_TO_SD
                        * median(values.stream().map(v -> Math.abs(v - centre)).toList());
                medians.add(centre);
                errors.add(MEDIAN_PRICE * spread * spread / values.size());
            }
        });
        if (medians.size() < 2) {
            return 0;
        }
        double seen = Variance.of(array(medians)).getAsDouble();
        return seen == 0 ? 0 : Math.max(0, 1 - Mean.of(array(errors)).getAsDouble() / seen);
    }

    Map<Drift.At, Double> shrunken() {
        double share = share();
        Map<Drift.At, Double> shrunken = new HashMap<>();
        medians().forEach((at, drift) -> shrunken.put(at, share * drift));
        return shrunken;
    }

    /** The medians of each machine, by run. */
    Map<String, Map<Long, Double>> byMachine() {
        Map<String, Map<Long, Double>> machines = new HashMap<>();
        medians()
                .forEach((at, drift) -> machines.computeIfAbsent(at.machine(), m -> new HashMap<>())
                        .put(at.run(), drift));
        return machines;
    }

    private static double median(List<Double> values) {
        return Median.withDefaults().evaluate(array(values));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(v -> v).toArray();
    }
}
