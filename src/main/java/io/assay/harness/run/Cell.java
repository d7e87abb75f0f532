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
 */
record Cell(String benchmark, Mode mode, Map<String, String> params, int heap, int operations, Launch launch) {
    /** Parameter names that profile and JDK take in results when a run has several. */
    static final String PROFILE = "profile";

    static final String JDK = "jdk";

    /** How the cell is named in results: profile and JDK are parameters where a run has several. */
    RowKey key(boolean profiles, boolean jdks) {
        Map<String, String> all = new LinkedHashMap<>(params);
        if (profiles) {
            all.put(PROFILE, launch.profile().name());
        }
        if (jdks) {
            all.put(JDK, launch.jdkName());
        }
        return new RowKey(benchmark, mode.shortLabel(), all);
    }
}
