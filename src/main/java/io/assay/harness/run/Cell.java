package io.assay.harness.run;

import io.assay.harness.result.RowKey;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openjdk.jmh.annotations.Mode;

/**
 * One thing to measure: a benchmark, its mode and parameters, under a profile, on a JDK.
 *
 * @param benchmark class and method
 * @param mode JMH's mode
 * @param params the benchmark's own parameters
 * @param heap heap size in mebibytes
 * @param operations operations that one invocation counts for
 * @param launch profile and JDK
 * @param threads threads that call it at once; 0 for as many as the benchmark itself asks for
 */
record Cell(
        String benchmark, Mode mode, Map<String, String> params, int heap, int operations, Launch launch, int threads) {
    /** Parameter names that profile and JDK take in results when a run has several. */
    static final String PROFILE = RowKey.PROFILE;

    static final String JDK = RowKey.JDK;

    /** The name that threads take in results, where a run varies them. */
    static final String THREADS = RowKey.THREADS;

    Cell(String benchmark, Mode mode, Map<String, String> params, int heap, int operations, Launch launch) {
        this(benchmark, mode, params, heap, operations, launch, 0);
    }

    /** How the cell is named in results: profile and JDK are parameters where a run has several. */
    RowKey key(boolean profiles, boolean jdks) {
        Map<String, String> all = new LinkedHashMap<>(params);
        if (threads > 0) {
            all.put(THREADS, Integer.toString(threads));
        }
        if (profiles) {
            all.put(PROFILE, launch.profile().name());
        }
        if (jdks) {
            all.put(JDK, launch.jdkName());
        }
        return new RowKey(benchmark, mode.shortLabel(), all);
    }
}
