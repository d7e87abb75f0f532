package io.assay.harness.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the rule that tells which cells of a benchmark class apply. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Cells {
    /** The rule; needs a public constructor without arguments. */
    Class<? extends CellRule> value();
}
