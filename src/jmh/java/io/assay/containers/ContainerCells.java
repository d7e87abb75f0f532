package io.assay.containers;

import io.assay.harness.api.CellRule;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which cells of the container benchmarks apply: where a library has no such container, ours stands in the JDK's. */
public final class ContainerCells implements CellRule {
    /** For the harness, which makes rules by reflection. */
    public ContainerCells() {}

    @Override
    public @Nullable String reasonNotToRun(Map<String, String> params) {
        String implementation = params.getOrDefault("implementation", "");
        return switch (params.getOrDefault("workload", "")) {
            case "OBJECT_LIST" ->
                implementation.equals("ASSAY_AGRONA") ? "Agrona has no list of objects; the JDK's stands in" : null;
            case "FIFO" ->
                implementation.equals("ASSAY_AGRONA")
                        ? "Agrona has no queue for one thread; the JDK's stands in"
                        : implementation.equals("ECLIPSE") ? "Eclipse Collections has no queue" : null;
            case "PRIORITY" ->
                implementation.equals("ASSAY_AGRONA")
                        ? "Agrona has no priority queue; the JDK's stands in"
                        : implementation.equals("ECLIPSE") || implementation.equals("HPPC")
                                ? "the library has no priority queue"
                                : null;
            default -> null;
        };
    }
}
