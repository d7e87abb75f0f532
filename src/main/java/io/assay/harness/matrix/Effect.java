package io.assay.harness.matrix;

import java.util.List;

/**
 * What a choice brings: the ratio of the time with it to the time without, everything else equal.
 *
 * @param kind what is told
 * @param setting the choice, {@code collector} {@code parallel} for instance
 * @param base what it is compared with
 * @param where the workload it is told of, or the other choice that it interacts with; empty for the average over all
 * @param ratio the ratio of times: 0.9 is 10% faster. Of an interaction it is by how much more than elsewhere
 * @param low lower end of its simultaneous interval: all intervals of a table hold at once with 95% confidence; NaN if
 *     unknown
 * @param high upper end; NaN if unknown
 * @param workloads the workloads behind it
 * @param method how it was estimated
 */
public record Effect(
        Kind kind,
        Setting setting,
        String base,
        String where,
        double ratio,
        double low,
        double high,
        List<String> workloads,
        Method method) {
    /** Copies what can change. */
    public Effect {
        workloads = List.copyOf(workloads);
    }

    /** What is told. */
    public enum Kind {
        /** The average over the workloads. */
        AVERAGE,
        /** In one workload. */
        WORKLOAD,
        /** In one workload, over the average of the others. */
        WORKLOAD_INTERACTION,
        /** Beside another choice, over the same without that other choice. */
        SETTING_INTERACTION
    }

    /** How it was estimated. */
    public enum Method {
        /** Rows that differ in nothing else: nothing is assumed. */
        PAIRS,
        /** Least squares over all cells, where no such rows were measured: choices are assumed to multiply. */
        MODEL
    }

    /** Whether it can be told that there is an effect. */
    public boolean certain() {
        return low > 1 || high < 1;
    }
}
