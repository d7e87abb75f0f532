package io.assay.harness.doctor;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Who else uses the machine. */
final class LoadChecks {
    private static final int NAMED = 3;

    private LoadChecks() {}

    static Finding steal(DoctorFacts facts) {
        OptionalDouble steal = facts.loaded().stealPercent();
        return steal.isEmpty()
                ? Finding.note(
                        "steal", "unknown", "This system does not count it: repeat a run to see whether it agrees.")
                : Finding.graded(
                        "steal",
                        steal.getAsDouble(),
                        0,
                        1,
                        5,
                        Text.format("%.1f %% of CPU time in a second of full load", steal.getAsDouble()),
                        "The host gives this machine's time to others: wait, move to a dedicated or larger instance,"
                                + " and do not use burstable ones (AWS t, Azure B, GCP e2/f1). environment.json has"
                                + " the steal of each run.");
    }

    static Finding processes(DoctorFacts facts) {
        OptionalDouble busy = facts.quiet().busyPercent();
        if (busy.isEmpty()) {
            return Finding.note("processes", "unknown", "See with top, or the system's task manager.");
        }
        List<BusyProcess> others = facts.busy();
        String names = others.stream()
                .limit(NAMED)
                .map(other -> Text.format("%s (pid %d) %.2f CPUs", other.name(), other.pid(), other.cpus()))
                .collect(Collectors.joining(", "));
        return Finding.graded(
                "processes",
                busy.getAsDouble(),
                3,
                10,
                25,
                Text.format("CPUs %.1f %% busy in an idle second", busy.getAsDouble())
                        + (names.isEmpty() ? "" : "; most by " + names),
                others.isEmpty()
                        ? "Short-lived processes, or the kernel: see with top -d 1."
                        : "Stop them or wait for their end. To pause one: kill -STOP "
                                + others.get(0).pid() + "; undo: kill -CONT "
                                + others.get(0).pid() + ".");
    }

    static Finding load(DoctorFacts facts) {
        List<Double> averages = facts.environment().loadAverages();
        if (averages.isEmpty()) {
            return Finding.ok("load", "unknown");
        }
        int cpus = facts.environment().cpu().usable();
        double perCpu = averages.get(0) / cpus;
        return Finding.graded(
                "load",
                perCpu,
                0.25,
                0.75,
                Double.POSITIVE_INFINITY, // tells of the past; what runs now is another check
                Text.format("%.2f over the last minute, for %d CPUs", averages.get(0), cpus),
                "Something ran until lately or still waits for the disk: wait until uptime shows less than "
                        + Text.format("%.1f", 0.25 * cpus) + ".");
    }
}
