package io.assay.harness.compare.ab;

import io.assay.harness.compare.Options;
import io.assay.harness.run.Launch;
import io.assay.harness.run.Settings;
import io.assay.harness.run.version.Version;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What the user asked for.
 *
 * @param base the older version
 * @param head the newer one
 * @param rows which rows
 * @param settings iterations of a fork; {@code forks} is the most blocks a row may get
 * @param warmupFixed whether the user named the warm-up, so that it is not lengthened where a row needs more
 * @param launch profile and JDK of all forks
 * @param budget time for the forks; builds are not in it
 * @param gate the changes that count, and the regressions that are accepted
 * @param control whether base is measured against itself too
 * @param seed of the order of blocks and forks
 */
public record AbRequest(
        Version base,
        Version head,
        Rows rows,
        Settings settings,
        boolean warmupFixed,
        Launch launch,
        Duration budget,
        Options gate,
        boolean control,
        long seed) {
    /**
     * Which rows.
     *
     * @param patterns regular expressions over benchmark names; none means the headline rows
     * @param headlines only the headline rows of what matches
     * @param peers peers' rows too, whose code a commit does not change
     * @param params values that replace a benchmark's own, separated by commas
     */
    public record Rows(List<String> patterns, boolean headlines, boolean peers, Map<String, String> params) {
        /** Copies what can change. */
        public Rows {
            patterns = List.copyOf(patterns);
            params = Map.copyOf(params);
        }
    }
}
