package io.assay.harness.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.descriptive.Variance;

/** Collects what rows say of each run on each machine, and takes the median of it. */
final class Medians {
    /** The variance of a median is larger than that of a mean, by pi half for normal values. */
    private static final double MEDIAN_PRICE = Math.PI / 2;

    private static final double MAD_TO_SD = 1.4826;

    private final List<Drift.At> places;
    private final double[][] residuals;
    private final int[] counts;

    /**
     * Nothing collected yet.
     *
     * @param places the runs, which rows name by their index
     * @param rows each says at most one thing of a run
     */
    Medians(List<Drift.At> places, int rows) {
        this.places = places;
        residuals = new double[places.size()][rows];
        counts = new int[places.size()];
    }

    /** What one row says. */
    void add(int[] at, double[] values) {
        for (int t = 0; t < values.length; t++) {
            residuals[at[t]][counts[at[t]]++] = values[t];
        }
    }

    /** Of each run; none (0) of those with too few rows. */
    double[] medians() {
        double[] medians = new double[counts.length];
        Arrays.setAll(medians, place -> enough(place) ? median(said(place)) : 0);
        return medians;
    }

    private boolean enough(int place) {
        return counts[place] >= Drift.LEAST_ROWS;
    }

    private double[] said(int place) {
        return Arrays.copyOf(residuals[place], counts[place]);
    }

    /**
     * How much of the medians' variance is more than their own noise, from 0 to 1: by this factor they are drawn
     * towards none, so that where nothing drifts nothing is added.
     */
    double share() {
        List<Double> medians = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        for (int place = 0; place < counts.length; place++) {
            if (enough(place)) {
                double centre = median(said(place));
                double spread = MAD_TO_SD
                        * median(Arrays.stream(said(place))
                                .map(v -> Math.abs(v - centre))
                                .toArray());
                medians.add(centre);
                errors.add(MEDIAN_PRICE * spread * spread / counts[place]);
            }
        }
        if (medians.size() < 2) {
            return 0;
        }
        double seen = Variance.of(array(medians)).getAsDouble();
        return seen == 0 ? 0 : Math.max(0, 1 - Mean.of(array(errors)).getAsDouble() / seen);
    }

    /** The medians, each as much of it as is taken for real. */
    Map<Drift.At, Double> shrunken(double share) {
        double[] medians = medians();
        Map<Drift.At, Double> shrunken = new HashMap<>();
        for (int place = 0; place < medians.length; place++) {
            if (enough(place)) {
                shrunken.put(places.get(place), share * medians[place]);
            }
        }
        return shrunken;
    }

    /** The medians of each machine, by run. */
    Map<String, Map<Long, Double>> byMachine() {
        Map<String, Map<Long, Double>> machines = new HashMap<>();
        shrunken(1)
                .forEach((at, drift) -> machines.computeIfAbsent(at.machine(), m -> new HashMap<>())
                        .put(at.run(), drift));
        return machines;
    }

    /** Sorts its argument in part. */
    private static double median(double[] values) {
        return Median.withDefaults().evaluate(values);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(v -> v).toArray();
    }
}
