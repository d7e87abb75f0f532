package io.assay.hpack;

import io.assay.harness.api.CellRule;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which cells of {@link HpackEncodeBenchmark}'s cross product have a meaning. */
public final class HpackCells implements CellRule {
    /** For the harness, which makes rules by reflection. */
    public HpackCells() {}

    /**
     * Why a cell is not run.
     *
     * @param params the benchmark's parameters by name
     * @return the reason, or null when the cell applies
     */
    @Override
    public @Nullable String reasonNotToRun(Map<String, String> params) {
        if ("JETTY".equals(params.get("implementation")) && "NEVER_INDEXED".equals(params.get("workload"))) {
            return "cannot be told what is secret: indexes x-api-key and cookie";
        }
        return null;
    }
}
