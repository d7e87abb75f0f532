package io.assay.harness.run;

import io.assay.harness.result.environment.JdkFacts;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.annotations.Mode;

/** Profiles, JDKs and benchmarks that need no file and no class. */
final class RunFixtures {
    /** Wants nothing: G1, the workload's heap, checks on. */
    static final Profile PLAIN = profile("plain", Collector.G1);

    private RunFixtures() {}

    static Profile profile(String name, Collector collector, String... flags) {
        return new Profile(
                name,
                "",
                collector,
                Optional.empty(),
                "jdk",
                true,
                List.of(flags),
                Map.of(),
                "profiles/" + name + ".properties");
    }

    static JdkFacts jdk(int feature) {
        return jdk(feature, feature + ".0.1+8", "/jdks/" + feature);
    }

    static JdkFacts jdk(int feature, String build, String home) {
        return new JdkFacts(Path.of(home), feature + ".0.1", feature, "Somebody", build);
    }

    /** The JDK that runs the tests, said to be of another feature version. */
    static JdkFacts thisJdkAs(int feature) {
        return jdk(feature, "test", System.getProperty("java.home"));
    }

    static Launch launch(Profile profile, int feature) {
        return new Launch(profile, jdk(feature), Integer.toString(feature));
    }

    /** A benchmark without rule and headlines; parameters are written {@code name=value,value}. */
    static Benchmark benchmark(String name, String... params) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String param : params) {
            String[] parts = param.split("=");
            values.put(parts[0], List.of(parts[1].split(",")));
        }
        return new Benchmark(name, Mode.AverageTime, 1, values, 256, 1, Optional.empty(), List.of());
    }
}
