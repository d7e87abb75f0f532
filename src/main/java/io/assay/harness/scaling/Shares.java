package io.assay.harness.scaling;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What each kind of growth is worth among fitted models, classes and half-integer powers alike.
 *
 * @param leading by the leading term
 * @param ruling by the term that is certain: a quadratic or cubic one that is not yet most of the largest cost, which a
 *     step of the last points may feign, counts as the largest term below it
 */
record Shares(Map<Term, Double> leading, Map<Term, Double> ruling) {
    /** How much of the largest cost a quadratic or cubic term must be; below, a step of the last points looks alike. */
    static final double RULES = 0.6;

    /** Of models by their evidence. */
    static Shares of(List<Fit> fits, double largest) {
        Map<Term, Double> leading = new HashMap<>();
        Map<Term, Double> ruling = new HashMap<>();
        double top = fits.stream().mapToDouble(Fit::evidence).max().orElse(0);
        double sum =
                fits.stream().mapToDouble(fit -> Math.exp(fit.evidence() - top)).sum();
        for (Fit fit : fits) {
            double share = Math.exp(fit.evidence() - top) / sum;
            leading.merge(fit.shape().lead(), share, Double::sum);
            ruling.merge(rules(fit, largest) ? fit.shape().lead() : fit.largestLower(largest), share, Double::sum);
        }
        return new Shares(leading, ruling);
    }

    /** Whether the leading term of a model is more than what a step could be. */
    static boolean rules(Fit fit, double largest) {
        return !fit.shape().lead().steep() || fit.lead(largest) >= RULES * fit.at(largest);
    }

    static Shares mean(List<Shares> all) {
        Map<Term, Double> leading = new HashMap<>();
        Map<Term, Double> ruling = new HashMap<>();
        for (Shares shares : all) {
            shares.leading.forEach((term, share) -> leading.merge(term, share / all.size(), Double::sum));
            shares.ruling.forEach((term, share) -> ruling.merge(term, share / all.size(), Double::sum));
        }
        return new Shares(leading, ruling);
    }

    /** What a class is worth. */
    double of(Growth growth) {
        return leading.getOrDefault(Term.of(growth), 0.0);
    }

    /** What speaks for growing no faster than a class. */
    double within(Growth growth) {
        return upTo(growth, leading);
    }

    /** What speaks for growing faster than a class. */
    double above(Growth growth) {
        return 1 - upTo(growth, ruling);
    }

    private static double upTo(Growth growth, Map<Term, Double> shares) {
        Term most = Term.of(growth);
        return shares.entrySet().stream()
                .filter(e -> e.getKey().compareTo(most) <= 0)
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
