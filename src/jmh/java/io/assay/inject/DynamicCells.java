package io.assay.inject;

import io.assay.harness.api.CellRule;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which cells of the benchmarks of {@link DynamicImplementation} apply; cycles are told from services by their number. */
public final class DynamicCells implements CellRule {
    /** Each service of Felix looks through all services of a class: quadratic. */
    private static final int FELIX_SERVICES = 1_024;

    private static final int MOST_SERVICES = 16_384;

    /** For the harness, which makes rules by reflection. */
    public DynamicCells() {}

    @Override
    public @Nullable String reasonNotToRun(Map<String, String> params) {
        return null;
    }
}
