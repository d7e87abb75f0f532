package io.assay.harness.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says which cells of a benchmark's parameter space make no sense. {@code @Param} is a full cross product; the rule is
 * asked before a fork is started, so that a cell that does not apply costs nothing and is listed with its reason.
 * Implementations need a public constructor without arguments and must not touch the code under measurement.
 */
public interface CellRule {
    /**
     * Judges one cell.
     *
     * @param params the cell's parameters by name
     * @return why the cell does not apply, or {@code null} where it does
     */
    @Nullable
    String reasonNotToRun(Map<String, String> params);

    /**
     * Judges one cell on the JDK of its forks: for implementations that a JDK has or has not.
     *
     * @param params the cell's parameters by name
     * @param feature the JDK's feature version, 17 for instance
     * @return why the cell does not apply, or {@code null} where it does
     */
    default @Nullable String reasonNotToRun(Map<String, String> params, int feature) {
        return reasonNotToRun(params);
    }
}
