package io.assay.harness.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says before a fork is started that a benchmark class keeps threads of its own busy, besides those of JMH, so that its
 * rows get iterations long enough for several threads. How many there were is what {@link Reported#ownThreads} says inside
 * the fork. Subclasses inherit it.
 *
 * <p>For threads that hand over by spinning: on one core each spins until the scheduler takes the core away, milliseconds
 * for one handoff, and an iteration must hold many of these. Threads that wait in the kernel, as clients and servers do,
 * leave the core at once, and need {@link Reported#ownThreads} alone.
 */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OwnThreads {
    /** How many at the least. */
    int value() default 1;
}
