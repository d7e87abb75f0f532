package io.assay.future;

import org.jspecify.annotations.Nullable;

/** A value that cannot be a state by itself: null, or one of the types that mean something else there. */
final class Boxed extends Special {
    private static final Boxed NULL = new Boxed(null);

    final @Nullable Object value;

    private Boxed(@Nullable Object value) {
        this.value = value;
    }

    /** The state of a future that has the value. */
    static Object encode(@Nullable Object value) {
        if (value == null) {
            return NULL;
        }
        return value instanceof Special ? new Boxed(value) : value;
    }

    /** The value of a future in the state, which must be one of success. */
    @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"}) // What encode took, null included.
    static <T> T decode(Object state) {
        return (T) (state instanceof Boxed boxed ? boxed.value : state);
    }
}
