package io.assay.harness.scaling;

import java.util.Comparator;
import java.util.function.DoubleUnaryOperator;

/**
 * One term of a model: a power of n, with or without a logarithm; in the order of their growth.
 *
 * @param power the exponent of n
 * @param log whether the logarithm of n is a factor
 */
record Term(double power, boolean log) implements DoubleUnaryOperator, Comparable<Term> {
    private static final Comparator<Term> GROWTH =
            Comparator.comparingDouble(Term::power).thenComparing(Term::log);

    static final Term ONE = new Term(0, false);
    static final Term LOG = new Term(0, true);
    static final Term N = new Term(1, false);
    static final Term N_LOG = new Term(1, true);
    static final Term SQUARE = new Term(2, false);
    static final Term CUBE = new Term(3, false);

    static Term of(Growth growth) {
        return switch (growth) {
            case CONSTANT -> ONE;
            case LOGARITHMIC -> LOG;
            case LINEAR -> N;
            case LINEARITHMIC -> N_LOG;
            case QUADRATIC -> SQUARE;
            case CUBIC -> CUBE;
        };
    }

    /** Quadratic or more: what outgrows everything below it within the sizes that are measured. */
    boolean steep() {
        return power >= 2;
    }

    @Override
    public int compareTo(Term other) {
        return GROWTH.compare(this, other);
    }

    @Override
    public double applyAsDouble(double n) {
        return Math.pow(n, power) * (log ? Math.log(n) / Math.log(2) : 1);
    }
}
