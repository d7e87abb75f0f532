package io.assay.harness.compare;

import io.assay.harness.api.Reported;
import io.assay.harness.stats.TightRule;
import io.assay.harness.stats.Verdicts;
import java.util.List;
import java.util.stream.Stream;

/** The metrics that are compared, and what each is to the gate. */
final class Metrics {
    /** Bytes allocated an operation, of JMH's collector profiler. */
    static final String ALLOCATION = "gc.alloc.rate.norm";

    static final String LIVE_MEMORY = "mem.live";
    static final String PEAK_MEMORY = "mem.peak";
    static final String CPU_TIME = "cpu.time";

    /** Times beside the score, each a family of comparisons of its own; less is better. */
    static final List<String> TIMES = List.of(
            CPU_TIME, Reported.SERVER_CPU, Reported.P50, Reported.P90, Reported.P99, Reported.P999, Reported.MAX);

    /** Memory is all but the same from fork to fork: a rule of its own sees what an interval would swallow. */
    static final List<String> MEMORY = List.of(ALLOCATION, LIVE_MEMORY, PEAK_MEMORY);

    /** All, in the order in which they are told. */
    static final List<String> NAMES = Stream.of(List.of(ComparedRow.SCORE), MEMORY, TIMES)
            .flatMap(List::stream)
            .toList();

    private Metrics() {}

    /**
     * The process's CPU time (compiler threads are in it) and the tails of latencies are the noisiest of all: they gate
     * where the gate's file has a threshold for them, and are told elsewhere.
     */
    static boolean gatesByDefault(String metric) {
        return !TIMES.contains(metric);
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
