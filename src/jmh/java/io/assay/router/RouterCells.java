package io.assay.router;

import io.assay.harness.api.CellRule;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which cells of {@link RouterBenchmark}'s cross product have a meaning. */
public final class RouterCells implements CellRule {
    /** For the harness, which makes rules by reflection. */
    public RouterCells() {}

    /**
     * Why a cell is not run.
     *
     * @param params the benchmark's parameters by name
     * @return the reason, or null when the cell applies
     */
    @Override
    public @Nullable String reasonNotToRun(Map<String, String> params) {
        String implementation = String.valueOf(params.get("implementation"));
        String workload = String.valueOf(params.get("workload"));
        if (implementation.equals("BOUND_HASHMAP") && !workload.startsWith("STATIC_")) {
            return "a hash map has no parameters: literal routes only";
        }
        if (implementation.equals("SPRING") && workload.startsWith("LARGE_") && !workload.endsWith("_HIT")) {
            return "tries all 10,000 patterns for each request: hundreds of microseconds; LARGE_HIT shows it";
        }
        return null;
    }
}
