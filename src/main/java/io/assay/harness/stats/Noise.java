package io.assay.harness.stats;

import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Variance;

/** Location and spread of a few numbers. None of the methods changes its argument; each needs at least one value. */
final class Noise {
    /** Makes the median absolute deviation of a normal sample estimate its standard deviation. */
    static final double MAD_TO_SD = 1.4826;

    private Noise() {}

    static double[] log(double[] values) {
        return Arrays.stream(values).map(Math::log).toArray();
    }

    static double mean(double[] values) {
        return Mean.of(values).getAsDouble();
    }

    /** The unbiased variance; 0 for a single value. */
    static double variance(double[] values) {
        return Variance.of(values).getAsDouble();
    }

    static double median(double[] values) {
        return Median.withDefaults().withCopy(true).evaluate(values);
    }

    static double quantile(double[] values, double p) {
        return Quantile.withDefaults().withCopy(true).evaluate(values, p);
    }

    /** The median absolute deviation from the median, scaled to the standard deviation of a normal sample. */
    static double mad(double[] values) {
        double centre = median(values);
        return MAD_TO_SD
                * median(Arrays.stream(values).map(v -> Math.abs(v - centre)).toArray());
    }

    /** {@code 0.123} as {@code "12%"}: for the messages of warnings. */
    static String percent(double fraction) {
        return text(Math.abs(fraction) < 0.1 ? "%.1f%%" : "%.0f%%", 100 * fraction);
    }

    /** Formats alike whatever the machine's language. */
    static String text(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
