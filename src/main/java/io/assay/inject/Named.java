package io.assay.inject;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Asks, on a parameter of a component's constructor, for the service with this qualifier. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Named {
    /** The qualifier, as in {@link ComponentBuilder#qualifier}. */
    String value();
}
