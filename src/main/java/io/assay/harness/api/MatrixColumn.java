package io.assay.harness.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a benchmark a column of the profile matrix, where the user names none. On a class it covers all its benchmark
 * methods.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface MatrixColumn {
    /** The column's heading. */
    String value();

    /** Its place among the columns, from the left; of equals the one that the run lists first. */
    int order();

    /** What each parameter is, such as {@code "n=5000000"}; one row of the benchmark is the column. */
    String[] where();

    /** About how long an operation takes: what a budget goes by, as an iteration never ends before its operation does. */
    int operationMillis();
}
