package io.assay.harness.run;

import io.assay.harness.result.UserError;
import io.assay.harness.result.environment.CpuMeter;
import io.assay.harness.result.environment.Environment;
import io.assay.harness.result.environment.GitFacts;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Composes {@code environment.json}: the machine before and after, and what was run on it. */
final class RunEnvironment {
    private static final int BUFFER = 1 << 16;

    private final Map<String, Object> facts;
    private final CpuMeter meter;
    private final CpuMeter.Reading start;

    /**
     * Reads the machine.
     *
     * @param origin whose benchmarks are run, where they are not this program's own
     */
    RunEnvironment(RunRequest request, CpuMeter meter, Map<String, Object> origin) {
        this.meter = meter;
        this.facts = new LinkedHashMap<>(Environment.capture().toMap());
        List<Launch> launches = Planner.launches(request);
        facts.put("jdk", launches.get(0).jdk().toMap());
        facts.put("jdks", request.jdks().stream().map(jdk -> jdk.build()).toList());
        facts.put(
                "profiles",
                request.profiles().stream().map(RunEnvironment::profile).toList());
        facts.put("flags", launches.stream().map(RunEnvironment::flags).toList());
        facts.put("commit", GitFacts.capture(Path.of("").toAbsolutePath()).toMap());
        facts.put("jar", jar());
        facts.putAll(origin);
        facts.put("seed", request.seed());
        this.start = meter.now();
    }

    private static Map<String, Object> profile(Profile profile) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", profile.name());
        map.put("file", profile.origin());
        map.put("gc", profile.collector().key());
        map.put("heapMebibytes", profile.heap().<Object>map(h -> h).orElse("per workload"));
        map.put("containers", profile.containers());
        map.put("checks", profile.checks());
        map.put("jvm", profile.jvmFlags());
        map.put("environment", profile.environment());
        return map;
    }

    /** All flags but the heap, which is the workload's and stands in cells.json. */
    private static Map<String, Object> flags(Launch launch) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("profile", launch.profile().name());
        map.put("jdk", launch.jdkName());
        map.put(
                "flags",
                launch.flags(0).stream()
                        .filter(flag -> !flag.matches("-Xm[sx].*"))
                        .toList());
        return map;
    }

    private static Map<String, Object> jar() {
        Map<String, Object> map = new LinkedHashMap<>();
        CodeSource source = RunEnvironment.class.getProtectionDomain().getCodeSource();
        try {
            Path path =
                    source == null ? Path.of("") : Path.of(source.getLocation().toURI());
            if (Files.isRegularFile(path)) {
                map.put("file", String.valueOf(path.getFileName()));
                map.put("sha256", sha256(path));
                return map;
            }
        } catch (URISyntaxException | IOException e) {
            map.put("error", String.valueOf(e.getMessage()));
        }
        map.put("file", "classes");
        map.put("sha256", "unknown");
        return map;
    }

    private static String sha256(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new UserError("this JDK lacks SHA-256, which every JDK must have; use another", e);
        }
    }

    Map<String, Object> before() {
        return facts;
    }

    Map<String, Object> after() {
        Map<String, Object> all = new LinkedHashMap<>(facts);
        all.put("loadAveragesAfter", Environment.capture().toMap().getOrDefault("loadAverages", "unknown"));
        all.put("during", meter.since(start).toMap());
        return all;
    }
}
