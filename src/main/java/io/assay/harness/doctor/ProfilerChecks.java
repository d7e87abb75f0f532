package io.assay.harness.doctor;

import io.assay.harness.result.environment.Unknown;
import java.util.OptionalLong;

/** What profilers will be able to show. None of this touches the figures of a plain run. */
final class ProfilerChecks {
    private ProfilerChecks() {}

    static Finding hardwareCounters(DoctorFacts facts) {
        return switch (facts.profilers().hardware()) {
            case USABLE -> Finding.ok("counters", "hardware counters usable");
            case NOT_SUPPORTED ->
                Finding.note(
                        "counters",
                        "no hardware counters",
                        "cycles, instructions and cache-misses need bare metal or a host that passes its counters on"
                                + " (KVM: -cpu host,pmu=on; AWS: full-socket or metal sizes). Timer events work:"
                                + " cpu profiles, alloc, lock, wall.");
            case REFUSED ->
                Finding.note(
                        "counters",
                        "hardware counters refused to this user",
                        "sudo sysctl kernel.perf_event_paranoid=1; undo: "
                                + undo(
                                        "kernel.perf_event_paranoid",
                                        facts.profilers().perfEventParanoid())
                                + ". In a container also --cap-add=PERFMON (or SYS_ADMIN before Linux 5.8).");
            case UNKNOWN ->
                Finding.note("counters", "unknown", "Where perf can be installed, perf stat -e cycles true tells.");
        };
    }

    static Finding perfEvents(DoctorFacts facts) {
        OptionalLong paranoid = facts.profilers().perfEventParanoid();
        if (paranoid.isEmpty()) {
            return Finding.note(
                    "perf events",
                    "not on this system",
                    "CPU profiles come from a timer, without kernel frames; JMH's perf profilers do not run.");
        }
        String observed = "kernel.perf_event_paranoid = " + paranoid.getAsLong();
        String advice = "For kernel frames in profiles of a user who is not root: sudo sysctl"
                + " kernel.perf_event_paranoid=1; undo: " + undo("kernel.perf_event_paranoid", paranoid) + ".";
        return paranoid.getAsLong() <= 1
                ? Finding.ok("perf events", observed)
                : paranoid.getAsLong() == 2
                        ? Finding.note("perf events", observed + ": no kernel frames without root", advice)
                        : Finding.warn("perf events", observed + ": none without root", advice);
    }

    static Finding kernelSymbols(DoctorFacts facts) {
        OptionalLong restrict = facts.profilers().kptrRestrict();
        if (restrict.isEmpty()) {
            return Finding.ok("symbols", Unknown.TEXT);
        }
        String observed = "kernel.kptr_restrict = " + restrict.getAsLong();
        return restrict.getAsLong() == 0
                ? Finding.ok("symbols", observed)
                : Finding.note(
                        "symbols",
                        observed,
                        "Kernel frames have no names: sudo sysctl kernel.kptr_restrict=0; undo: "
                                + undo("kernel.kptr_restrict", restrict) + ".");
    }

    static Finding perf(DoctorFacts facts) {
        return facts.profilers()
                .perf()
                .map(path -> Finding.ok("perf", path.toString()))
                .orElseGet(() -> Finding.note(
                        "perf",
                        "not on the PATH",
                        "Only JMH's perfnorm and perfasm need it: apt install linux-perf (Debian), linux-tools-generic"
                                + " (Ubuntu), dnf install perf (Fedora)."));
    }

    private static String undo(String key, OptionalLong value) {
        return value.isPresent() ? "sudo sysctl " + key + "=" + value.getAsLong() : "set the former value of " + key;
    }
}
