package io.assay.net.hold;

import io.assay.harness.api.CellRule;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Leaves out what the machine's limits do not allow. */
public final class HeldCells implements CellRule {
    /** For the harness, which makes rules by reflection. */
    public HeldCells() {}

    @Override
    public @Nullable String reasonNotToRun(Map<String, String> params) {
        return Descriptors.reasonNotToHold(Integer.parseInt(params.getOrDefault("held", "0")));
    }
}
