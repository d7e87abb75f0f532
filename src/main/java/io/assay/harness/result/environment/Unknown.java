package io.assay.harness.result.environment;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The one word for what a system does not tell, in texts and in environment.json alike. */
public final class Unknown {
    /** Stands where a text or a number would. */
    public static final String TEXT = "unknown";

    private Unknown() {}

    /** The number, or {@link #TEXT}. */
    public static Object or(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : TEXT;
    }

    /** The number, or {@link #TEXT}. */
    public static Object or(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : TEXT;
    }

    /** The number, or {@link #TEXT}. */
    public static Object or(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : TEXT;
    }
}
