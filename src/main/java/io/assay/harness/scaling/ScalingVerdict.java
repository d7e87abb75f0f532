package io.assay.harness.scaling;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a curve's complexity is.
 *
 * @param growth the class; empty where it cannot be told
 * @param above the fastest growing class that it certainly grows faster than; empty where there is none
 * @param within the slowest growing class that it certainly grows no faster than: the class itself where it is told
 * @param candidates every class with its weight, the likeliest first; what is missing from 1 speaks for none of them
 * @param exponent slope of the logarithms over the upper half of the points
 * @param crossover the n from which the quadratic or cubic term is more than half of the cost, where lower terms rule
 *     below it
 * @param fitted the best model of each class that could be fitted, for plots; the likeliest class first
 * @param warnings what the reader must know, a sentence each
 */
public record ScalingVerdict(
        Optional<Growth> growth,
        Optional<Growth> above,
        Optional<Growth> within,
        List<Candidate> candidates,
        Exponent exponent,
        OptionalDouble crossover,
        List<FittedClass> fitted,
        List<String> warnings) {
    /** How the class is written that cannot be told. */
    public static final String UNDECIDED = "undecided";

    /**
     * A class with its weight.
     *
     * @param growth the class
     * @param weight 0 to 1
     */
    public record Candidate(Growth growth, double weight) {}

    /** Copies. */
    public ScalingVerdict {
        candidates = List.copyOf(candidates);
        fitted = List.copyOf(fitted);
        warnings = List.copyOf(warnings);
    }

    /** The class as it is written, or {@link #UNDECIDED}. */
    public String label() {
        return growth.map(Growth::label).orElse(UNDECIDED);
    }
}
