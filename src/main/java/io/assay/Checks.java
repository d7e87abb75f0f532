package io.assay;

/**
 * The one switch for the primitives' own checks of arguments, states and ranges.
 *
 * <p>{@code -Dassay.checks=false} turns them off; anything else, or nothing, leaves them on. The switch is a constant
 * of the running JVM, so with checks off the branches are not in the compiled code at all: the difference between two
 * forks is what the checks cost. Checks that protect against hostile input (limits, framing rules of an RFC) do not
 * hang on this switch; they are part of the primitive's contract.
 */
public final class Checks {
    /** Whether the primitives check their arguments, states and ranges. */
    public static final boolean ENABLED = !"false".equals(System.getProperty("assay.checks"));

    private Checks() {}
}
