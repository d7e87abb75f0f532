package io.assay.harness.doctor;

import java.util.Locale;

/** Numbers as people read them, the same in every locale. */
final class Text {
    private static final double MIB = 1 << 20;

    private Text() {}

    static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** Bytes in MiB or GiB. */
    static String bytes(double bytes) {
        return bytes < 1024 * MIB ? format("%.0f MiB", bytes / MIB) : format("%.1f GiB", bytes / (1024 * MIB));
    }

    /** A fraction in percent, with two digits that count. */
    static String percent(double fraction) {
        double percent = 100 * fraction;
        return format(percent < 1 ? "%.2f %%" : percent < 10 ? "%.1f %%" : "%.0f %%", percent);
    }
}
