package io.assay.harness.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the rows that stand for a family in the smoke and quick presets. On a class it covers all its benchmark
 * methods; on a method that method alone. Several annotations add up. A package in which nothing wears it has only
 * headline rows.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Repeatable(Headline.List.class)
public @interface Headline {
    /** Restrictions such as {@code "workload=A,B"}; a parameter that is not named may have any value. */
    String[] value() default {};

    /** Holds several {@link Headline}s. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @interface List {
        /** The headlines. */
        Headline[] value();
    }
}
