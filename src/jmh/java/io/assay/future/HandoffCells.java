package io.assay.future;

import io.assay.harness.api.CellRule;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Leaves out of {@link FutureHandoffBenchmark} what knows one thread only. */
public final class HandoffCells implements CellRule {
    /** For the harness, which makes rules by reflection. */
    public HandoffCells() {}

    /**
     * Why a cell is not run.
     *
     * @param params the benchmark's parameters by name
     * @return the reason, or null when the cell applies
     */
    @Override
    public @Nullable String reasonNotToRun(Map<String, String> params) {
        return params.getOrDefault("implementation", "").equals("BOUND_OBJECTS") ? "for one thread only" : null;
    }
}
