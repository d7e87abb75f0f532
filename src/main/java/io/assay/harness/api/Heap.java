package io.assay.harness.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The heap of every fork of a benchmark class: {@code -Xms} and {@code -Xmx} alike, the same in all cells that are
 * compared. Heap sizing moves allocation figures by a factor of several, so it is never left to the JVM.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Heap {
    /** Mebibytes where a class says nothing. */
    int DEFAULT = 256;

    /** Heap size in mebibytes. */
    int mebibytes();
}
