package io.assay.http1;

import io.assay.harness.api.CellRule;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which cells of {@link Http1ParserBenchmark}'s cross product have a meaning. */
public final class Http1Cells implements CellRule {
    /** For the harness, which makes rules by reflection. */
    public Http1Cells() {}

    /**
     * Why a cell is not run.
     *
     * @param params the benchmark's parameters by name
     * @return the reason, or null when the cell applies
     */
    @Override
    public @Nullable String reasonNotToRun(Map<String, String> params) {
        String implementation = params.getOrDefault("implementation", "");
        boolean rapidoid = implementation.equals("BOUND_RAPIDOID");
        return switch (params.getOrDefault("workload", "")) {
            case "RESPONSE_HEAD" -> rapidoid || implementation.equals("TOMCAT") ? "parses requests alone" : null;
            case "CHUNKED_UPLOAD" -> rapidoid ? "knows no chunked coding" : null;
            default -> null;
        };
    }
}
