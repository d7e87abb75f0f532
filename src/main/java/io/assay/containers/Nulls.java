package io.assay.containers;

import io.assay.Checks;

/** The refusal of null. */
final class Nulls {
    private Nulls() {}

    static <T> T refuse(T value, String what) {
        if (Checks.ENABLED && value == null) {
            throw new NullPointerException(what + " is null; containers hold no nulls");
        }
        return value;
    }
}
