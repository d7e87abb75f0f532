package io.assay.harness.scaling;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Terms and steps at the sizes of a curve. Hundreds of models share them, and powers are dear: each is taken once. */
final class Basis {
    private final double[] n;
    private final Map<Term, double[]> terms = new HashMap<>();
    private final Map<Step, double[]> heights = new HashMap<>();

    Basis(double[] n) {
        this.n = n.clone();
    }

    /** A term's value at each size; not to be written to. */
    double[] of(Term term) {
        return terms.computeIfAbsent(term, t -> Arrays.stream(n).map(t).toArray());
    }

    /** A step's height at each size; not to be written to. */
    double[] of(Step step) {
        return heights.computeIfAbsent(
                step, s -> Arrays.stream(n).map(s::height).toArray());
    }
}
