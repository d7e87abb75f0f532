package io.assay.harness.profiling;

import io.assay.harness.result.RowKey;
import io.assay.harness.run.Launch;
import io.assay.harness.run.host.HostRow;

/**
 * A row to profile.
 *
 * @param key as reports name it: profile and JDK are parameters where there are several
 * @param row as the version's JMH knows it
 * @param launch profile and JDK of its forks
 */
public record FlameRow(RowKey key, HostRow row, Launch launch) {}
