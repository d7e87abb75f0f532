package io.assay.harness.compare;

import io.assay.harness.stats.TightRule;
import io.assay.harness.stats.Verdicts;
import java.util.List;

/** The metrics that are compared, and what each is to the gate. */
final class Metrics {
    /** Bytes allocated an operation, of JMH's collector profiler. */
    static final String ALLOCATION = "gc.alloc.rate.norm";

    static final String LIVE_MEMORY = "mem.live";
    static final String PEAK_MEMORY = "mem.peak";
    static final String CPU_TIME = "cpu.time";

    static final List<String> NAMES = List.of(ComparedRow.SCORE, ALLOCATION, LIVE_MEMORY, PEAK_MEMORY, CPU_TIME);

    /** Memory is all but the same from fork to fork: a rule of its own sees what an interval would swallow. */
    static final List<String> MEMORY = List.of(ALLOCATION, LIVE_MEMORY, PEAK_MEMORY);

    private Metrics() {}

    /**
     * The process's CPU time is the noisiest of all (compiler threads are in it): it gates where the gate's file has a
     * threshold for it, and is told elsewhere.
     */
    static boolean gatesByDefault(String metric) {
        return !metric.equals(CPU_TIME);
    }

    /** The relative change that counts if nobody says otherwise; of memory, what a row that hardly varies may move. */
    static double threshold(String metric) {
        return MEMORY.contains(metric) ? tight(metric).relative() : Verdicts.THRESHOLD;
    }

    /** The rule of a metric of {@link #MEMORY}. */
    static TightRule tight(String metric) {
        return metric.equals(ALLOCATION) ? TightRule.ALLOCATION : TightRule.FOOTPRINT;
    }
}
