package io.assay.harness.result.environment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A machine at one moment, as far as it bears on what a benchmark measures there. Nothing in it names the machine or
 * its user. Immutable.
 *
 * @param cgroupVersion {@code v1}, {@code v2} or {@code none}
 * @param cpuQuota CPUs' worth of time; empty if there is no quota
 * @param memoryLimit of the control group, bytes; empty if there is none
 * @param loadAverages over 1, 5 and 15 minutes, runnable threads; empty where the system keeps none
 */
public record Environment(
        CpuFacts cpu,
        MemoryFacts memory,
        OsFacts os,
        String cgroupVersion,
        OptionalDouble cpuQuota,
        OptionalLong memoryLimit,
        List<Double> loadAverages) {

    /**
     * The operating system.
     *
     * @param clockSource what System.nanoTime reads, as Linux names it
     * @param container {@code yes}, {@code no} or {@code unknown}
     */
    public record OsFacts(
            String name, String version, String kernel, String arch, String clockSource, String container) {}

    /** Of this machine, now. The first call in a JVM takes about 0.2 s; never fails. */
    public static Environment capture() {
        return capture(HostFiles.ofThisMachine());
    }

    static Environment capture(HostFiles files) {
        Cgroup cgroup = new Cgroup(files);
        return new Environment(
                CpuFacts.capture(files),
                MemoryFacts.capture(files),
                os(files),
                cgroup.version(),
                cgroup.cpuQuota(),
                cgroup.memoryLimit(),
                load());
    }

    private static List<Double> load() {
        return Machine.processor()
                .flatMap(processor -> Machine.ask(() -> processor.getSystemLoadAverage(3)))
                .filter(averages -> averages.length == 3 && averages[0] >= 0)
                .map(averages -> List.of(averages[0], averages[1], averages[2]))
                .orElse(List.of());
    }

    private static OsFacts os(HostFiles files) {
        var system = Machine.ask(() -> Machine.info().getOperatingSystem());
        return new OsFacts(
                system.flatMap(os -> Machine.ask(os::getFamily)).orElse(Unknown.TEXT),
                system.flatMap(os -> Machine.ask(() -> os.getVersionInfo().getVersion()))
                        .orElse(Unknown.TEXT),
                files.line("/proc/sys/kernel/osrelease").orElse(System.getProperty("os.version", Unknown.TEXT)),
                System.getProperty("os.arch", Unknown.TEXT),
                files.line("/sys/devices/system/clocksource/clocksource0/current_clocksource")
                        .orElse(Unknown.TEXT),
                system.flatMap(os -> Machine.ask(() -> os.getCgroupInfo().isContainerized()))
                        .map(inside -> inside ? "yes" : "no")
                        .orElse(Unknown.TEXT));
    }

    /**
     * For environment.json: keys {@code cpu}, {@code memory}, {@code os}, {@code cgroup}, {@code loadAverages}, each
     * but the last a map. What is not known is the text {@code unknown}; a limit that is not set is {@code none}.
     */
    public Map<String, Object> toMap() {
        Map<String, Object> system = new LinkedHashMap<>();
        system.put("name", os.name);
        system.put("version", os.version);
        system.put("kernel", os.kernel);
        system.put("arch", os.arch);
        system.put("clockSource", os.clockSource);
        system.put("container", os.container);
        Map<String, Object> cgroup = new LinkedHashMap<>();
        cgroup.put("version", cgroupVersion);
        cgroup.put("cpuQuota", cpuQuota.isPresent() ? cpuQuota.getAsDouble() : "none");
        cgroup.put("memoryLimit", memoryLimit.isPresent() ? memoryLimit.getAsLong() : "none");
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("cpu", cpu.toMap());
        map.put("memory", memory.toMap());
        map.put("os", system);
        map.put("cgroup", cgroup);
        map.put("loadAverages", loadAverages.isEmpty() ? Unknown.TEXT : loadAverages);
        return map;
    }
}
