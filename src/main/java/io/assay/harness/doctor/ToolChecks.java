package io.assay.harness.doctor;

import io.assay.harness.result.environment.JdkFacts;
import java.util.List;
import java.util.stream.Collectors;

/** What a run needs beside CPU and memory: a clock, a temporary folder, JDKs. */
final class ToolChecks {
    private static final double MIB = 1 << 20;
    private static final List<Integer> WANTED = List.of(17, 25);

    private ToolChecks() {}

    static Finding clock(DoctorFacts facts) {
        ClockFacts clock = facts.clock();
        String source = clock.source();
        String advice = source.equals("unknown") || source.equals("tsc")
                ? "Rows below a microsecond are timed in batches and stay good; latency distributions are not finer than this."
                : "If available_clocksource in /sys/devices/system/clocksource/clocksource0 names tsc: echo tsc | sudo"
                        + " tee /sys/devices/system/clocksource/clocksource0/current_clocksource; undo: echo " + source
                        + " | sudo tee the same file. If the kernel took it away (dmesg | grep -i tsc), use another"
                        + " machine for latencies.";
        return Finding.graded(
                "clock",
                Math.max(clock.latencyNanos(), clock.granularityNanos()),
                60,
                200,
                1500,
                Text.format(
                        "%s; System.nanoTime takes %.0f ns, steps of %.0f ns",
                        source, clock.latencyNanos(), clock.granularityNanos()),
                advice);
    }

    static Finding jmhLock(DoctorFacts facts) {
        String file = facts.temp().folder().resolve("jmh.lock").toString();
        return switch (facts.temp().lock()) {
            case FREE -> Finding.ok("JMH lock", "free");
            case HELD ->
                Finding.bad(
                        "JMH lock",
                        file + " is held: another run is under way",
                        "Two runs spoil each other: wait for its end, or find it with jps -lv | grep -i jmh and end it.");
            case REFUSED ->
                Finding.bad(
                        "JMH lock",
                        file + " cannot be opened",
                        "Another user's run left or holds it: ask them, remove it when they are done, or give this run"
                                + " a folder of its own: java -Djava.io.tmpdir=DIR -jar ... (it then does not notice"
                                + " their runs).");
        };
    }

    static Finding tempFolder(DoctorFacts facts) {
        TempFolder temp = facts.temp();
        String elsewhere = " Or take another folder: java -Djava.io.tmpdir=DIR -jar ...";
        if (!temp.writable()) {
            return Finding.bad(
                    "temp folder",
                    temp.folder() + " is not writable",
                    "chmod 1777 or free the disk (df -h)." + elsewhere);
        }
        String room = temp.usableBytes().isPresent()
                ? Text.bytes((double) temp.usableBytes().getAsLong()) + " free"
                : "free space unknown";
        String observed = temp.folder() + ", " + room;
        if (temp.usableBytes().orElse(Long.MAX_VALUE) < 512 * MIB) {
            return Finding.warn(
                    "temp folder", observed, "Profiles and recordings may not fit: free some (df -h)." + elsewhere);
        }
        return temp.executable()
                ? Finding.ok("temp folder", observed)
                : Finding.warn(
                        "temp folder",
                        observed + ", noexec",
                        "Profilers cannot load the native library they unpack there." + elsewhere);
    }

    static Finding jdks(DoctorFacts facts) {
        String observed = facts.jdks().isEmpty()
                ? "none found"
                : facts.jdks().stream()
                        .map(jdk -> jdk.version() + " (" + jdk.vendor() + ")")
                        .distinct()
                        .collect(Collectors.joining(", "));
        List<Integer> found = facts.jdks().stream().map(JdkFacts::feature).toList();
        List<Integer> missing =
                WANTED.stream().filter(feature -> !found.contains(feature)).toList();
        if (missing.isEmpty()) {
            return Finding.ok("JDKs", observed);
        }
        String versions = missing.stream().map(String::valueOf).collect(Collectors.joining(" and "));
        return Finding.warn(
                "JDKs",
                observed + "; missing: " + versions,
                "Cells on them are reported as not on this JDK. Install: apt install openjdk-" + missing.get(0)
                        + "-jdk, sdk install java (sdkman.io), or https://adoptium.net; one in an unusual place is"
                        + " given as --jdk HOME or JDK_HOME=HOME.");
    }
}
