package io.assay.inject;

import io.assay.harness.api.CellRule;
import io.assay.inject.Caps.Cap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which cells of {@link StartStopBenchmark} apply. */
public final class CycleCells implements CellRule {
    private static final Caps CAPS = new Caps(Map.of(
            "FELIX_DM", new Cap(10_000, "14 s for 1,000,000 cycles; see the smaller n"),
            "SPRING_LIFECYCLE", new Cap(10_000, "6 s for 1,000,000 cycles; see the smaller n")));

    private static final Map<String, String> REFUSALS = Map.of(
            "FELIX_DM", "told from inside the callback of B, it stops A before B",
            "SPRING_LIFECYCLE", "a bean cannot stop the context that starts it");

    /** For the harness, which makes rules by reflection. */
    public CycleCells() {}

    @Override
    public @Nullable String reasonNotToRun(Map<String, String> params) {
        boolean driven = "SERVICE".equals(params.get("driver"));
        String refusal = driven ? REFUSALS.get(params.getOrDefault("implementation", "")) : null;
        return refusal == null ? CAPS.reasonNotToRun(params) : refusal;
    }
}
