package io.assay.net.million;

import io.assay.harness.api.CellRule;
import io.assay.net.serve.Threads;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which cells of {@link MillionRequestsBenchmark} apply: virtual threads where the JDK has them. */
public final class MillionCells implements CellRule {
    /** For the harness, which makes rules by reflection. */
    public MillionCells() {}

    @Override
    public @Nullable String reasonNotToRun(Map<String, String> params) {
        return null;
    }

    @Override
    public @Nullable String reasonNotToRun(Map<String, String> params, int feature) {
        return "BLOCKING_VIRTUAL_THREADS".equals(params.get("implementation")) && feature < Threads.VIRTUAL_SINCE
                ? "not on this JDK: virtual threads came with " + Threads.VIRTUAL_SINCE
                : null;
    }
}
