package io.assay.net.million;

import io.assay.harness.api.CellRule;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which cells of {@link MillionRequestsBenchmark} apply: virtual threads where the JDK has them. */
public final class MillionCells implements CellRule {
    private static final int VIRTUAL_THREADS_SINCE = 21;

    /** For the harness, which makes rules by reflection. */
    public MillionCells() {}

    @Override
    public @Nullable String reasonNotToRun(Map<String, String> params) {
        return null;
    }

    @Override
    public @Nullable String reasonNotToRun(Map<String, String> params, int feature) {
        return "BLOCKING_VIRTUAL_THREADS".equals(params.get("implementation")) && feature < VIRTUAL_THREADS_SINCE
                ? "not on this JDK: virtual threads came with " + VIRTUAL_THREADS_SINCE
                : null;
    }
}
