package io.assay.inject;

import io.assay.harness.api.CellRule;
import io.assay.inject.Caps.Cap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which cells of the benchmarks of {@link ContainerImplementation} apply: how far each was seen to go. */
public class ContainerCells implements CellRule {
    private static final String OVERFLOW = "stack overflow on a chain of ";

    /** Where components are made from inside each other's construction, on a stack of 1 MB. */
    private static final Caps CHAIN = new Caps(Map.of(
            "GUICE", new Cap(512, OVERFLOW + "1,024"),
            "ACTIVEJ", new Cap(512, OVERFLOW + "1,024"),
            "WELD", new Cap(512, OVERFLOW + "1,024"),
            "MICRONAUT", new Cap(512, OVERFLOW + "1,024"),
            "HK2", new Cap(256, OVERFLOW + "512"),
            "SPRING_SUPPLIERS", new Cap(256, OVERFLOW + "512"),
            "SPRING_BY_TYPE", new Cap(256, OVERFLOW + "512"),
            "FEATHER", new Cap(4_096, "out of memory (1 GB) on a chain of 8,192: it keeps the way to each component")));

    private static final Caps WARM = new Caps(Map.of(
            "SPRING_BY_TYPE", new Cap(1_024, "quadratic: 6 s a start at 4,096"),
            "HK2", new Cap(4_096, "quadratic: 5 s a start at 8,192"),
            "MICRONAUT", new Cap(4_096, "quadratic: 14 s a start at 16,384"),
            "AVAJE", new Cap(1_024, "its code is compiled in the set-up: 12 s at 4,096"),
            "DAGGER", new Cap(1_024, "its code is compiled in the set-up: 12 s at 1,024")));

    private static final Caps ONCE = new Caps(Map.of(
            "SPRING_BY_TYPE", new Cap(8_192, "quadratic: more than two minutes a start at 16,384"),
            "AVAJE", new Cap(4_096, "its code is compiled in the set-up: more than two minutes at 8,192"),
            "DAGGER", new Cap(2_048, "its code is compiled in the set-up: more than two minutes at 4,096")));

    /** For the harness, which makes rules by reflection. */
    public ContainerCells() {}

    @Override
    public @Nullable String reasonNotToRun(Map<String, String> params) {
        String reason = "CHAIN".equals(params.get("shape")) ? CHAIN.reasonNotToRun(params) : null;
        return reason == null ? more(params) : reason;
    }

    /** What takes too long. */
    @Nullable
    String more(Map<String, String> params) {
        return WARM.reasonNotToRun(params);
    }

    /** The rule of a single start, for which more time is left. */
    public static final class Once extends ContainerCells {
        /** For the harness, which makes rules by reflection. */
        public Once() {}

        @Override
        @Nullable
        String more(Map<String, String> params) {
            return ONCE.reasonNotToRun(params);
        }
    }
}
