package io.assay.eventloop;

import io.assay.eventloop.peers.AwaitAdapters;
import io.assay.harness.api.CellRule;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which cells of {@link CoroutinesBenchmark} apply. */
public final class CoroutinesCells implements CellRule {
    /** A minute an operation for what switches platform threads in some 10 microseconds. */
    private static final int MOST_SWITCHES = 1_000_000;

    /** For the harness, which makes rules by reflection. */
    public CoroutinesCells() {}

    @Override
    public @Nullable String reasonNotToRun(Map<String, String> params) {
        if ("PLATFORM_THREADS".equals(params.get("implementation"))
                && Integer.parseInt(params.getOrDefault("n", "0")) > MOST_SWITCHES) {
            return "the kernel switches threads in some 10 us: a minute an operation; see the smaller n";
        }
        return null;
    }

    @Override
    public @Nullable String reasonNotToRun(Map<String, String> params, int feature) {
        if (params.getOrDefault("implementation", "").startsWith("VIRTUAL_THREADS")
                && feature < AwaitAdapters.VIRTUAL_THREADS_SINCE) {
            return "not on this JDK: virtual threads came with " + AwaitAdapters.VIRTUAL_THREADS_SINCE;
        }
        return reasonNotToRun(params);
    }
}
