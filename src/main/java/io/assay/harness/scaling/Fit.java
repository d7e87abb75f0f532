package io.assay.harness.scaling;

/**
 * A model fitted to a curve.
 *
 * @param shape the model
 * @param factors the factor of each term, greater than zero
 * @param steps what each step adds to the level of the leading term, which is 1 before; the logarithm of its factor
 *     where it moves the whole cost
 * @param evidence the logarithm of the weight that the measured points give it, its prior included
 */
@SuppressWarnings("ArrayRecordComponent") // a passive carrier within the package
record Fit(Shape shape, double[] factors, double[] steps, double evidence) {
    /** The cost at n. */
    double at(double n) {
        return lower(n) + lead(n);
    }

    /** The leading term's part of it. */
    double lead(double n) {
        double level = 1;
        if (shape.bends()) {
            level = bent(n);
        } else {
            for (int k = 0; k < steps.length; k++) {
                level += steps[k] * shape.steps().get(k).height(n);
            }
        }
        return factors[factors.length - 1] * shape.lead().applyAsDouble(n) * level;
    }

    /** The part of all other terms. */
    double lower(double n) {
        double sum = 0;
        for (int k = 0; k + 1 < factors.length; k++) {
            sum += factors[k] * shape.terms().get(k).applyAsDouble(n);
        }
        return shape.bends() ? sum * bent(n) : sum;
    }

    /** The term below the leading one that costs most at n; the leading one where there is none. */
    Term largestLower(double n) {
        int largest = -1;
        double most = 0;
        for (int k = 0; k + 1 < factors.length; k++) {
            double cost = factors[k] * shape.terms().get(k).applyAsDouble(n);
            if (cost >= most) {
                most = cost;
                largest = k;
            }
        }
        return largest < 0 ? shape.lead() : shape.terms().get(largest);
    }

    private double bent(double n) {
        return Math.exp(steps[0] * shape.steps().get(0).height(n));
    }

    Fit weighing(double weight) {
        return new Fit(shape, factors, steps, weight);
    }
}
