package io.assay.harness.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The sizes that a benchmark class can be run at, whatever its {@code @Param} lists: {@code run --scaling} places its
 * points among them. Every whole number from the least to the most must do.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Sizes {
    /** The parameter that n is. */
    String param() default "n";

    /** The least size, at least 1. */
    int from();

    /** The largest size, at least four times the least. */
    int to();
}
