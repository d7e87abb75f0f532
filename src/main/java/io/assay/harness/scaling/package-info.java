/**
 * How cost grows with n: the complexity class of a measured curve, or the statement that it cannot be told. The
 * mathematics is pure and deterministic; {@code docs/scaling.md} says what it promises.
 */
@NullMarked
package io.assay.harness.scaling;

import org.jspecify.annotations.NullMarked;
