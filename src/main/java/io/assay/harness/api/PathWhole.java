package io.assay.harness.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a benchmark method that is a whole request, of which {@link PathPart}s are parts. JMH's thread is the client, the
 * threads that the benchmark starts are the server, and it reports the CPU time of both ({@link Reported#cpu}). One request is
 * under way at a time, so that the wall clock is that of one.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface PathWhole {
    /** What people call it, such as {@code POST /ping}. */
    String value();
}
