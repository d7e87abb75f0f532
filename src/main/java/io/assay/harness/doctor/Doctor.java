package io.assay.harness.doctor;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Looks a machine over before it is trusted with a measurement. Stateless. */
public final class Doctor {
    private static final List<Function<DoctorFacts, Finding>> CHECKS = List.of(
            CpuChecks::cores,
            CpuChecks::container,
            CpuChecks::virtualMachine,
            LoadChecks::steal,
            CpuChecks::governor,
            CpuChecks::boost,
            CpuChecks::smt,
            LoadChecks::processes,
            LoadChecks::load,
            MemoryChecks::memory,
            MemoryChecks::swap,
            MemoryChecks::hugePages,
            ToolChecks::clock,
            ToolChecks::jmhLock,
            ToolChecks::tempFolder,
            ToolChecks::jdks,
            ProfilerChecks::hardwareCounters,
            ProfilerChecks::perfEvents,
            ProfilerChecks::kernelSymbols,
            ProfilerChecks::perf);

    private Doctor() {}

    /**
     * This machine, now: watches it idle for a second, and keeps it busy for another.
     *
     * @throws InterruptedException if interrupted meanwhile
     */
    public static List<Finding> examine() throws InterruptedException {
        return examine(DoctorFacts.capture(Duration.ofSeconds(1)));
    }

    /** One finding a check, in a fixed order. */
    public static List<Finding> examine(DoctorFacts facts) {
        return CHECKS.stream().map(check -> check.apply(facts)).toList();
    }
}
