package io.assay.harness.stats;

/** A value with its interval, computed on the log scale and transformed back. NaN ends mean unknown. */
record LogInterval(double value, double low, double high) {

    /**
     * @param centre the logarithm of the value
     * @param reach how far the interval reaches to either side of {@code centre}; NaN if unknown
     */
    static LogInterval of(double centre, double reach) {
        double low = Math.exp(centre - reach);
        double high = Math.exp(centre + reach);
        // A fraction of a degree of freedom can reach beyond what a double holds: that is no knowledge.
        return low > 0 && high < Double.POSITIVE_INFINITY
                ? new LogInterval(Math.exp(centre), low, high)
                : new LogInterval(Math.exp(centre), Double.NaN, Double.NaN);
    }

    boolean unknown() {
        return Double.isNaN(low);
    }
}
