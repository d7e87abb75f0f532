package io.assay.harness.run;

import io.assay.harness.result.UserError;
import io.assay.harness.result.environment.Unknown;
import io.assay.harness.run.host.ClassFiles;
import io.assay.harness.run.host.HostPool;
import io.assay.harness.run.host.HostProcess;
import io.assay.harness.run.host.HostRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Somebody else's benchmarks: a jar whose own JMH lists them and runs their forks. Not thread-safe. */
public final class OtherJar implements AutoCloseable {
    /** What is read inside its forks, too: with all of this program that they need. */
    static final List<String> PROFILERS = List.of(
            "io/assay/harness/run/InForce.class",
            "io/assay/harness/run/InForce$1.class",
            "io/assay/harness/run/Collector.class",
            "io/assay/harness/run/Collector$1.class",
            "io/assay/harness/run/ForkMetrics.class",
            "io/assay/harness/run/LiveMemory.class",
            "io/assay/harness/api/FullestPoint.class",
            "io/assay/harness/api/Reported.class",
            "io/assay/harness/api/Figure.class");

    private final HostPool hosts = new HostPool("assay-jar");
    private final Path jar;
    private final String sha256;
    private final Path profilers = hosts.scratch().resolve("profilers");
    private final List<HostRow> rows;
    private final String jmh;

    /**
     * Lists a jar's benchmarks.
     *
     * @param jar benchmarks and a JMH
     * @param sha256 of the jar, in hexadecimal
     * @param params values that replace a benchmark's own, separated by commas
     * @param launch what they are listed under
     * @throws UserError if the jar has no benchmarks, or a JMH that is too old
     */
    public OtherJar(Path jar, String sha256, Map<String, String> params, Launch launch) {
        this.jar = jar;
        this.sha256 = sha256;
        boolean opened = false;
        try {
            ClassFiles.copy(PROFILERS, profilers);
            HostProcess host = host(launch);
            this.rows = host.list(params);
            this.jmh = host.jmhVersion();
            opened = true;
        } catch (IOException e) {
            throw new UserError("classes cannot be copied to the temporary folder (" + e.getMessage() + ")", e);
        } finally {
            if (!opened) {
                hosts.close();
            }
        }
        if (rows.isEmpty()) {
            hosts.close();
            throw new UserError(jar + ": its list of benchmarks is empty; rebuild it with JMH's annotation processor");
        }
    }

    /** Its benchmarks. */
    public Catalog catalog() {
        return Catalog.ofRows(rows);
    }

    HostProcess host(Launch launch) {
        return hosts.of(
                launch,
                jar.toString(),
                Optional.of(profilers),
                launch.jdk(),
                launch.profile().environment());
    }

    /** What the jar says of a cell's benchmark. */
    HostRow row(Cell cell) {
        return rows.stream()
                .filter(row -> row.benchmark().equals(cell.benchmark())
                        && row.mode().equals(cell.mode().shortLabel()))
                .findFirst()
                .orElseThrow();
    }

    Path scratch() {
        return hosts.scratch();
    }

    /**
     * For {@code environment.json}: the jar, and what its annotations ask of a run. Its commit is not this folder's.
     *
     * @param benchmarks names of those that are run
     */
    Map<String, Object> origin(Set<String> benchmarks) {
        Map<String, List<String>> asked = new TreeMap<>();
        for (HostRow row : rows) {
            if (!row.asked().isEmpty() && benchmarks.contains(row.benchmark())) {
                List<String> names = asked.computeIfAbsent(row.asked(), text -> new ArrayList<>());
                if (!names.contains(row.benchmark())) {
                    names.add(row.benchmark());
                }
            }
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("file", String.valueOf(jar.getFileName()));
        facts.put("sha256", sha256);
        facts.put("jmh", jmh);
        facts.put("asked", asked);
        return Map.of("jar", facts, "commit", Map.of("commit", Unknown.TEXT, "state", Unknown.TEXT));
    }

    /** Ends its processes. */
    @Override
    public void close() {
        hosts.close();
    }
}
