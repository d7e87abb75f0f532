/**
 * What JMH's JSON lacks about the place of a measurement: machine, limits, kernel, JDKs, commit, CPU time lost to others.
 *
 * <p>Facts are read, never demanded: on a system that does not tell, a text is {@code "unknown"} and a number is empty,
 * and no method here fails because of it.
 */
@NullMarked
package io.assay.harness.result.environment;

import org.jspecify.annotations.NullMarked;
