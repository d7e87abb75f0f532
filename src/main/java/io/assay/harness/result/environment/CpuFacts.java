package io.assay.harness.result.environment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import oshi.hardware.CentralProcessor;

/**
 * The processor, as this operating system sees it; a virtual machine sees what its host pretends. Immutable.
 *
 * @param usable CPUs that this JVM counts, after affinity and cgroup quota
 * @param smt whether two hardware threads share a core: {@code on}, {@code off}, {@code unknown}
 * @param governor frequency governors in use, joined by commas; {@code none visible} where the system shows none
 * @param boost frequency above nominal when cool enough: {@code on}, {@code off}, {@code unknown}
 * @param virtualMachine {@code none}, the hypervisor's name, {@code unnamed}, or {@code unknown}
 */
public record CpuFacts(
        String model,
        OptionalInt logical,
        OptionalInt physical,
        int usable,
        String smt,
        String governor,
        String boost,
        String virtualMachine) {
    /** The governor where none can be seen: most virtual machines, every system but Linux. */
    public static final String NO_GOVERNOR = "none visible";

    private static final String CPUS = "/sys/devices/system/cpu/";

    static CpuFacts capture(HostFiles files) {
        Optional<CentralProcessor> cpu = Machine.processor();
        OptionalInt logical = count(cpu, CentralProcessor::getLogicalProcessorCount);
        OptionalInt physical = count(cpu, CentralProcessor::getPhysicalProcessorCount);
        return new CpuFacts(
                cpu.flatMap(c -> Machine.ask(() -> c.getProcessorIdentifier().getName()))
                        .map(String::trim)
                        .filter(name -> !name.isEmpty())
                        .orElse(Unknown.TEXT),
                logical,
                physical,
                Runtime.getRuntime().availableProcessors(),
                smt(files, logical, physical),
                governor(files),
                boost(files),
                virtualMachine(files));
    }

    private static OptionalInt count(Optional<CentralProcessor> cpu, ToIntFunction<CentralProcessor> question) {
        return cpu.flatMap(c -> Machine.ask(() -> question.applyAsInt(c)))
                .filter(n -> n > 0)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    static String smt(HostFiles files, OptionalInt logical, OptionalInt physical) {
        return files.line(CPUS + "smt/active")
                .map(active -> active.equals("1") ? "on" : "off")
                .orElseGet(() -> logical.isEmpty() || physical.isEmpty()
                        ? Unknown.TEXT
                        : logical.getAsInt() > physical.getAsInt() ? "on" : "off");
    }

    static String governor(HostFiles files) {
        String governors = files.names(CPUS + "cpufreq").stream()
                .filter(name -> name.startsWith("policy"))
                .flatMap(policy -> files.line(CPUS + "cpufreq/" + policy + "/scaling_governor").stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(","));
        return governors.isEmpty() ? NO_GOVERNOR : governors;
    }

    static String boost(HostFiles files) {
        return files.line(CPUS + "cpufreq/boost")
                .map(boost -> boost.equals("1"))
                .or(() -> files.line(CPUS + "intel_pstate/no_turbo").map(off -> off.equals("0")))
                .map(on -> on ? "on" : "off")
                .orElse(Unknown.TEXT);
    }

    /**
     * OSHI knows hypervisors by the names they give their boards; a minimal one has no board, but the kernel then still
     * tells that there is a hypervisor (a CPU flag), and its name by the clock it offers.
     */
    static String virtualMachine(HostFiles files) {
        Optional<String> named = Machine.ask(() -> Machine.info().getHardware().getVirtualization())
                .flatMap(name -> name)
                .or(() -> files.line("/sys/hypervisor/type"))
                .or(() -> files.line("/sys/devices/system/clocksource/clocksource0/available_clocksource")
                        .flatMap(CpuFacts::hypervisorOfClocks));
        if (named.isPresent()) {
            return named.get();
        }
        Optional<String> cpuinfo = files.text("/proc/cpuinfo");
        if (cpuinfo.isPresent()) {
            boolean flagged =
                    cpuinfo.get().lines().anyMatch(line -> line.startsWith("flags") && line.contains(" hypervisor"));
            // ARM has no such flag: its silence says nothing.
            return flagged ? "unnamed" : cpuinfo.get().contains("\nflags") ? "none" : Unknown.TEXT;
        }
        return Unknown.TEXT;
    }

    private static Optional<String> hypervisorOfClocks(String clocks) {
        return clocks.contains("kvm-clock")
                ? Optional.of("KVM")
                : clocks.contains("hyperv")
                        ? Optional.of("Hyper-V")
                        : clocks.contains("xen") ? Optional.of("Xen") : Optional.empty();
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("model", model);
        map.put("logical", Unknown.or(logical));
        map.put("physical", Unknown.or(physical));
        map.put("usable", usable);
        map.put("smt", smt);
        map.put("governor", governor);
        map.put("boost", boost);
        map.put("virtualMachine", virtualMachine);
        return map;
    }
}
