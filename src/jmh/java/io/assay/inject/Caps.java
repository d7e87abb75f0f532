package io.assay.inject;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far a container is measured, and why not farther. */
record Caps(Map<String, Cap> byImplementation) {
    /** A size, and what happens beyond it. */
    record Cap(int most, String beyond) {}

    /** Why the cell does not apply, or null where it does. */
    @Nullable
    String reasonNotToRun(Map<String, String> params) {
        Cap cap = byImplementation.get(params.getOrDefault("implementation", ""));
        return cap != null && Integer.parseInt(params.getOrDefault("n", "0")) > cap.most() ? cap.beyond() : null;
    }
}
