package io.assay.harness.profiling.stacks;

/**
 * Wilson's 95% interval for a share of samples (JASA 22, 1927): good near 0 and 1, where the usual one is not. It knows
 * the error of sampling alone, not that forks differ.
 *
 * @param low lower end, 0 to 1
 * @param high upper end, 0 to 1
 */
public record Wilson(double low, double high) {
    private static final double Z = 1.959963984540054;

    /** The interval of a share, seen in this many samples; everything where there is none. */
    public static Wilson of(double share, long samples) {
        if (samples == 0) {
            return new Wilson(0, 1);
        }
        double z2 = Z * Z / samples;
        double middle = (share + z2 / 2) / (1 + z2);
        double reach = Z / (1 + z2) * Math.sqrt(share * (1 - share) / samples + z2 / samples / 4);
        return new Wilson(Math.max(0, middle - reach), Math.min(1, middle + reach));
    }
}
