package io.assay.inject;

import io.assay.harness.api.CellRule;
import io.assay.inject.Caps.Cap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which cells of the benchmarks of advanced injection apply. */
public final class AdvancedCells implements CellRule {
    private static final Caps CAPS = new Caps(Map.of(
            "FELIX_DM", new Cap(2_048, "quadratic: 4 s a start at 4,096"),
            "SPRING_LIFECYCLE", new Cap(0, "it injects nothing that arrives later")));

    /** For the harness, which makes rules by reflection. */
    public AdvancedCells() {}

    @Override
    public @Nullable String reasonNotToRun(Map<String, String> params) {
        return CAPS.reasonNotToRun(params);
    }
}
