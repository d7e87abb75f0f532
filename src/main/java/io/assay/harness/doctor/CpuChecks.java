package io.assay.harness.doctor;

import io.assay.harness.result.environment.CpuFacts;
import io.assay.harness.result.environment.Environment;
import io.assay.harness.result.environment.Unknown;
import java.util.OptionalInt;

/** The processor: how many, how steady, and whose they are. */
final class CpuChecks {
    private static final int ENOUGH = 4;

    private CpuChecks() {}

    static Finding cores(DoctorFacts facts) {
        CpuFacts cpu = facts.environment().cpu();
        String observed = cpu.usable() + " usable by the JVM (" + cpu.model() + ", " + Unknown.or(cpu.logical())
                + " logical, " + Unknown.or(cpu.physical()) + " physical)";
        if (cpu.usable() >= ENOUGH) {
            return Finding.ok("cores", observed);
        }
        String advice = "Rows with more threads than CPUs measure the scheduler: stay with rows of at most "
                + Math.max(1, cpu.usable() - 1) + " thread(s). Concurrent collectors (G1, ZGC, Shenandoah) and the JIT"
                + " compiler take their time from the benchmark: read cpu.time beside the score, or measure on "
                + ENOUGH + " CPUs or more.";
        return cpu.usable() < 2 ? Finding.bad("cores", observed, advice) : Finding.warn("cores", observed, advice);
    }

    static Finding container(DoctorFacts facts) {
        Environment environment = facts.environment();
        OptionalInt logical = environment.cpu().logical();
        int usable = environment.cpu().usable();
        String where = (environment.os().container().equals("yes") ? "inside one, cgroup " : "cgroup ")
                + environment.cgroupVersion();
        long throttled = facts.loaded().throttledPeriods().orElse(0);
        if (environment.cpuQuota().isPresent()) {
            String observed = where
                    + Text.format(", quota of %.2f CPUs", environment.cpuQuota().getAsDouble())
                    + (throttled > 0 ? ", throttled " + throttled + " times in a second of full load" : "");
            String advice = "A quota stops all threads until the next period (100 ms) once it is used up. Give whole"
                    + " CPUs in its place: docker run --cpuset-cpus=0-3 without --cpus; Kubernetes: integer cpu"
                    + " requests equal to limits, kubelet --cpu-manager-policy=static; systemd: AllowedCPUs=0-3 in"
                    + " place of CPUQuota=.";
            return throttled > 0
                    ? Finding.bad("container", observed, advice)
                    : Finding.warn("container", observed, advice);
        }
        if (logical.isPresent() && usable < logical.getAsInt()) {
            return Finding.note(
                    "container",
                    where + ", no quota, bound to " + usable + " of " + logical.getAsInt() + " CPUs",
                    "Other processes may run on these CPUs too: see with ps -eo pid,psr,pcpu,comm --sort=-pcpu, and"
                            + " bind them elsewhere (taskset -apc LIST PID; undo: taskset -apc 0-"
                            + (logical.getAsInt() - 1) + " PID).");
        }
        return Finding.ok("container", where + ", no CPU quota, all " + usable + " CPUs usable");
    }

    static Finding virtualMachine(DoctorFacts facts) {
        String kind = facts.environment().cpu().virtualMachine();
        return switch (kind) {
            case "none" -> Finding.ok("virtual machine", "none");
            case Unknown.TEXT ->
                Finding.note(
                        "virtual machine",
                        "unknown",
                        "See with systemd-detect-virt (Linux) or sysctl kern.hv_vmm_present (macOS). In one,"
                                + " neighbours are invisible: compare versions in one run, interleaved.");
            default ->
                Finding.note(
                        "virtual machine",
                        kind,
                        "Its neighbours share caches and clock rate unseen: compare versions in one run, interleaved,"
                                + " not runs of different days; use a dedicated instance or bare metal for figures"
                                + " to publish. Hardware counters are usually missing.");
        };
    }

    static Finding governor(DoctorFacts facts) {
        String governor = facts.environment().cpu().governor();
        if (governor.equals("performance")) {
            return Finding.ok("governor", governor);
        }
        if (governor.equals(CpuFacts.NO_GOVERNOR)) {
            return Finding.note(
                    "governor",
                    governor,
                    "The clock rate is decided out of sight (by the host, the firmware or the operating system)."
                            + " Measure what is compared in one run; on a laptop, plug it in and turn power saving"
                            + " off.");
        }
        String one = governor.split(",", -1)[0];
        return Finding.warn(
                "governor",
                governor,
                "The clock rate follows the load, and so does the score: sudo cpupower frequency-set -g performance;"
                        + " undo: sudo cpupower frequency-set -g " + one + ".");
    }

    static Finding boost(DoctorFacts facts) {
        String boost = facts.environment().cpu().boost();
        return boost.equals("on")
                ? Finding.note(
                        "boost",
                        boost,
                        "The clock rate depends on temperature and on how many cores work. For figures that agree"
                                + " from day to day: echo 1 | sudo tee"
                                + " /sys/devices/system/cpu/intel_pstate/no_turbo (undo: echo 0), or where that file"
                                + " is missing: echo 0 | sudo tee /sys/devices/system/cpu/cpufreq/boost (undo: echo"
                                + " 1).")
                : Finding.ok("boost", boost);
    }

    static Finding smt(DoctorFacts facts) {
        CpuFacts cpu = facts.environment().cpu();
        if (cpu.smt().equals("on")) {
            return Finding.note(
                    "SMT",
                    "on: two logical CPUs share a core",
                    "A busy sibling takes up to half of a core: echo off | sudo tee"
                            + " /sys/devices/system/cpu/smt/control; undo: echo on | sudo tee the same file. Without"
                            + " root: taskset -c with one CPU of each pair in"
                            + " /sys/devices/system/cpu/cpu*/topology/thread_siblings_list.");
        }
        boolean guest =
                !cpu.virtualMachine().equals("none") && !cpu.virtualMachine().equals(Unknown.TEXT);
        return Finding.ok("SMT", guest ? cpu.smt() + ", as far as the virtual machine tells" : cpu.smt());
    }
}
