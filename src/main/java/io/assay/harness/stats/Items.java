package io.assay.harness.stats;

import java.util.Arrays;
import java.util.Optional;

/** Finds rows that did not do the work that the rows beside them did. */
public final class Items {
    /**
     * Counts of items are exact; but a rate over a time slice may cut the last walk through the inputs short, which
     * moves it by less than this.
     */
    public static final double TOLERANCE = 0.01;

    private Items() {}

    /**
     * Checks what one row counted.
     *
     * @param row items the row counted an operation; 0 if it counted none
     * @param peers items an operation of the other rows that should do the same work; may be empty
     * @throws IllegalArgumentException if a count is negative or not finite
     */
    public static Optional<Warning> check(double row, double... peers) {
        checkCount(row);
        Arrays.stream(peers).forEach(Items::checkCount);
        if (row == 0) {
            return warn(Warning.Kind.ZERO_ITEMS, "counted no items: it never did the work it is named after");
        }
        if (peers.length == 0) {
            return Optional.empty();
        }
        double typical = Noise.median(peers);
        if (Math.abs(row - typical) <= TOLERANCE * typical) {
            return Optional.empty();
        }
        return warn(
                Warning.Kind.DIFFERENT_ITEMS,
                Noise.text("counted %.6g items an operation where its peers counted %.6g", row, typical));
    }

    private static void checkCount(double items) {
        if (!(items >= 0 && items < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("items must be finite and not negative, not " + items);
        }
    }

    private static Optional<Warning> warn(Warning.Kind kind, String message) {
        return Optional.of(new Warning(kind, message, Warning.Severity.UNUSABLE));
    }
}
