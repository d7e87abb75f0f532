package io.assay.harness.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a benchmark method that is one part of what {@link PathWhole} measures as a whole, alone and on the same input. An
 * operation of both is one request; {@code assay path} adds the parts up. The class has one whole and any number of parts,
 * and no parameters.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface PathPart {
    /** What people call it, such as {@code parse}. */
    String value();

    /** Its place on the way, from the first. */
    int order();
}
