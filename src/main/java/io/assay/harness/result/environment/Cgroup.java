package io.assay.harness.result.environment;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The limits of the control group this process lives in (Linux, kernel documents admin-guide/cgroup-v1 and
 * admin-guide/cgroup-v2). A limit counts wherever it stands between the process's own group and the root, so every
 * level is asked and the tightest answer wins. Immutable; every question reads the files anew. Thread-safe.
 */
public final class Cgroup {
    // v1 has no word for "unlimited": it answers LONG_MAX rounded down to a page.
    private static final long UNLIMITED_FROM = 1L << 60;

    private final HostFiles files;
    private final CgroupFolders.Hierarchy cpu;
    private final CgroupFolders.Hierarchy memory;

    /** Finds the group of this process from {@code /proc/self}. */
    public Cgroup(HostFiles files) {
        this.files = files;
        this.cpu = CgroupFolders.locate(files, "cpu");
        this.memory = CgroupFolders.locate(files, "memory");
    }

    /** What is known of throttling: how often, and for how long in all, the group had to wait for its next period. */
    public record Throttling(long periods, long nanos) {}

    /** Which hierarchy limits the CPU: {@code v1}, {@code v2}, or {@code none} where there are no control groups. */
    public String version() {
        return cpu.version();
    }

    /** CPUs' worth of time a period grants; empty if there is no quota. */
    public OptionalDouble cpuQuota() {
        return cpu.folders().stream()
                .map(folder -> cpu.isV1() ? quotaV1(folder) : quotaV2(folder))
                .flatMapToDouble(OptionalDouble::stream)
                .min();
    }

    /** Bytes; empty if there is no limit. */
    public OptionalLong memoryLimit() {
        String name = memory.isV1() ? "memory.limit_in_bytes" : "memory.max";
        return memory.folders().stream()
                .map(folder -> files.number(folder + '/' + name))
                .flatMapToLong(OptionalLong::stream)
                .filter(limit -> limit < UNLIMITED_FROM)
                .min();
    }

    /** Since the groups were made, over all levels; zero without a quota or without control groups. */
    public Throttling throttling() {
        long periods = 0;
        long nanos = 0;
        for (String folder : cpu.folders()) {
            Map<String, Long> stat = files.keyed(folder + "/cpu.stat");
            periods += stat.getOrDefault("nr_throttled", 0L);
            nanos += cpu.isV1()
                    ? stat.getOrDefault("throttled_time", 0L)
                    : 1000 * stat.getOrDefault("throttled_usec", 0L);
        }
        return new Throttling(periods, nanos);
    }

    private OptionalDouble quotaV1(String folder) {
        return quota(files.number(folder + "/cpu.cfs_quota_us"), files.number(folder + "/cpu.cfs_period_us"));
    }

    private OptionalDouble quotaV2(String folder) {
        // "max 100000" or "150000 100000"; "max" is no number, and no number is no quota.
        String[] parts = files.line(folder + "/cpu.max").orElse("").split("\\s+", -1);
        return parts.length == 2
                ? quota(HostFiles.parseLong(parts[0]), HostFiles.parseLong(parts[1]))
                : OptionalDouble.empty();
    }

    private static OptionalDouble quota(OptionalLong quota, OptionalLong period) {
        return quota.orElse(-1) > 0 && period.orElse(-1) > 0
                ? OptionalDouble.of((double) quota.getAsLong() / period.getAsLong())
                : OptionalDouble.empty();
    }
}
