package io.assay.harness.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how fast the cost of a benchmark may grow with its size. {@code run} and {@code scaling} fail when it certainly
 * grows faster, and say so when that cannot be told. On a class it covers all its benchmark methods.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Repeatable(Complexity.List.class)
public @interface Complexity {
    /** The fastest growing class that is allowed: O(1), O(log n), O(n), O(n log n), O(n^2) or O(n^3). */
    String max();

    /** The parameter that n is. */
    String param() default "n";

    /** What must not grow faster: {@code score}, {@code gc.alloc.rate.norm}, {@code mem.live} or {@code mem.peak}. */
    String metric() default "score";

    /** Restrictions such as {@code "implementation=A,B"}; a parameter that is not named may have any value. */
    String[] where() default {};

    /** Holds several {@link Complexity}s. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @interface List {
        /** The expectations. */
        Complexity[] value();
    }
}
