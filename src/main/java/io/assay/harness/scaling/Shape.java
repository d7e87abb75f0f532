package io.assay.harness.scaling;

import java.util.List;
import java.util.Optional;

/**
 * A model of a curve before it is fitted.
 *
 * @param growth its class; empty for what is none of the classes, such as the square root
 * @param terms the terms, the leading one last
 * @param steps the steps of its level: none, one, or two of the leading term
 * @param logPrior the logarithm of its weight before anything was measured
 */
record Shape(Optional<Growth> growth, List<Term> terms, List<Step> steps, double logPrior) {
    Term lead() {
        return terms.get(terms.size() - 1);
    }

    /** Whether a step moves the whole cost; such a model is not linear in its factors. */
    boolean bends() {
        return steps.size() == 1 && steps.get(0).whole();
    }
}
