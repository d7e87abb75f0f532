package io.assay.inject;

import io.assay.harness.api.CellRule;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which cells of the benchmarks of {@link ContainerImplementation} apply. */
public final class ContainerCells implements CellRule {
    /** For the harness, which makes rules by reflection. */
    public ContainerCells() {}

    @Override
    public @Nullable String reasonNotToRun(Map<String, String> params) {
        return null;
    }
}
