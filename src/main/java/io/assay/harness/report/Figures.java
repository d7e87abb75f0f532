package io.assay.harness.report;

import java.util.Locale;

/** Numbers for people: three or four digits that mean something, the same in every locale. */
final class Figures {
    private static final double KIBI = 1024;

    private Figures() {}

    /** Three or four significant digits; {@code ?} for what is not known. */
    static String of(double value) {
        if (!Double.isFinite(value)) {
            return "?";
        }
        double size = Math.abs(value);
        if (size >= 100) {
            return String.format(Locale.ROOT, "%,.0f", value).replace(',', ' ');
        }
        if (size == 0) {
            return "0";
        }
        return String.format(Locale.ROOT, size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3g", value);
    }

    /** {@code [low, high]}, or {@code ~} where the interval is unknown. */
    static String interval(double low, double high) {
        return Double.isNaN(low) || Double.isNaN(high) ? "~" : "[" + of(low) + ", " + of(high) + "]";
    }

    /** Bytes an operation; below half a byte it is none, the rest is the harness's own allocation. */
    static String bytesPerOperation(double value) {
        return value < 0.5 ? "0" : String.format(Locale.ROOT, "%,.0f", value).replace(',', ' ');
    }

    /** Mebibytes. */
    static String mebibytes(double bytes) {
        return String.format(Locale.ROOT, bytes < 100 * KIBI * KIBI ? "%.1f" : "%.0f", bytes / (KIBI * KIBI));
    }

    /** Hours, minutes, seconds, as short as it goes. */
    static String duration(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        return whole < 3600
                ? whole / 60 + " min " + whole % 60 + " s"
                : whole / 3600 + " h " + whole % 3600 / 60 + " min";
    }
}
