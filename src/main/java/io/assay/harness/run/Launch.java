package io.assay.harness.run;

import io.assay.harness.result.environment.JdkFacts;
import io.assay.harness.run.host.HostRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a fork is started with: a profile on a JDK.
 *
 * @param profile the runtime profile
 * @param jdk the fork's JDK
 * @param jdkName how results name the JDK: its feature version, or as much more as it takes where two share it
 */
public record Launch(Profile profile, JdkFacts jdk, String jdkName) {
    private static final Predicate<String> COLLECTOR = Pattern.compile(
                    "-XX:\\+Use(Serial|Parallel|G1|Z|Shenandoah|Epsilon)GC")
            .asMatchPredicate();

    /**
     * Every profile on every JDK.
     *
     * @throws io.assay.harness.result.UserError if rows of two of them would have the same name
     */
    public static List<Launch> all(List<Profile> profiles, List<JdkFacts> jdks) {
        return Planner.launches(profiles, jdks);
    }

    /**
     * The fork's flags.
     *
     * @param heap heap size of the workload in mebibytes; the profile's own wins
     */
    public List<String> flags(int heap) {
        int feature = jdk.feature();
        int mebibytes = heap(heap);
        List<String> flags = new ArrayList<>();
        flags.add("-Xms" + mebibytes + "m");
        flags.add("-Xmx" + mebibytes + "m");
        flags.addAll(profile.collector().flags(feature));
        // A fork that runs out of memory must say so and end, not limp on under JMH's handler.
        flags.add("-XX:+ExitOnOutOfMemoryError");
        // Agrona's queues read Unsafe through the JDK's internal one.
        flags.add("--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED");
        flags.add("--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED");
        if (feature >= 24) {
            // JEP 498, JEP 472: both only warn, but the warning is printed in the middle of a measurement.
            flags.add("--sun-misc-unsafe-memory-access=allow");
            flags.add("--enable-native-access=ALL-UNNAMED");
        }
        flags.add("-Dassay.containers=" + profile.containers());
        flags.add("-Dassay.checks=" + profile.checks());
        if (!profile.checks()) {
            flags.add("-Dagrona.disable.bounds.checks=true");
        }
        flags.addAll(profile.jvmFlags());
        return flags;
    }

    /**
     * The flags of a benchmark that may ask for some of its own: they come last and win. A JVM takes one collector, so one of
     * theirs leaves the profile's out.
     */
    public List<String> flags(HostRow row) {
        List<String> flags = new ArrayList<>(flags(row.heap()));
        if (Stream.concat(row.flags().stream(), row.added().stream()).anyMatch(COLLECTOR)) {
            flags.removeIf(COLLECTOR);
        }
        flags.addAll(row.flags());
        return flags;
    }

    /** The heap of a fork in mebibytes: the profile's own, else the workload's. */
    int heap(int workload) {
        return profile.heap().orElse(workload);
    }
}
