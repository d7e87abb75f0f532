package io.assay.harness.scaling;

import java.util.function.DoubleUnaryOperator;

/**
 * The best model of a class, for plots.
 *
 * @param growth the class
 * @param cost the cost that it gives an n, in the unit of the curve
 */
public record FittedClass(Growth growth, DoubleUnaryOperator cost) {}
