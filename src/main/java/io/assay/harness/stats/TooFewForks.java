package io.assay.harness.stats;

import java.util.Optional;

/** Finds rows whose number of forks is too small for their noise. */
public final class TooFewForks {
    /** An interval that reaches further than this to either side cannot rank implementations that lie close. */
    public static final double WIDEST = 0.1;

    private TooFewForks() {}

    /** Checks one estimate against {@link #WIDEST}. */
    public static Optional<Warning> check(Estimate estimate) {
        return check(estimate, WIDEST);
    }

    /**
     * Checks one estimate.
     *
     * @param widest how far the interval may reach to either side, as a fraction of the value
     */
    public static Optional<Warning> check(Estimate estimate, double widest) {
        if (estimate.unknown()) {
            return warn(Noise.text(
                    "no interval: %d fork%s, and no other rows to borrow variance from",
                    estimate.forks(), estimate.forks() == 1 ? "" : "s"));
        }
        if (estimate.forks() == 1) {
            return warn("one fork: the interval rests on the other rows of the run alone");
        }
        double reach = estimate.relativeHalfWidth();
        if (reach <= widest) {
            return Optional.empty();
        }
        return warn(Noise.text(
                "%d forks give an interval of about \u00b1%s; about %d would give \u00b1%s",
                estimate.forks(), Noise.percent(reach), forksFor(estimate, widest), Noise.percent(widest)));
    }

    /**
     * About how many forks would narrow the interval to the given half width: the width shrinks with the square root of
     * the forks. With few forks it shrinks faster, so this errs to the high side.
     */
    public static int forksFor(Estimate estimate, double halfWidth) {
        double shrink = Math.log1p(estimate.relativeHalfWidth()) / Math.log1p(halfWidth);
        return (int) Math.ceil(estimate.forks() * shrink * shrink);
    }

    private static Optional<Warning> warn(String message) {
        return Optional.of(new Warning(Warning.Kind.TOO_FEW_FORKS, message, Warning.Severity.WARNING));
    }
}
