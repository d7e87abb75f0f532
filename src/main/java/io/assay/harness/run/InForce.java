package io.assay.harness.run;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;

/**
 * Reads, inside the fork and before its first iteration, what it runs under: not what it was told, but what the JVM and
 * the primitives made of it. The primitives are asked by name, because the harness imports none of them.
 */
public final class InForce implements InternalProfiler {
    static final String COLLECTOR = "collector";
    static final String HEAP = "heapMebibytes";
    static final String CONTAINERS = "containers";
    static final String CHECKS = "checks";
    static final String FLAGS = "flags";
    static final String LIBRARIES = "libraries";
    static final String ENVIRONMENT = "env.";

    /** For a benchmark jar without our primitives. */
    static final String NONE = "none";

    private static final Path MAPPED = Path.of("/proc/self/maps");
    private static final int MEBI = 1 << 20;

    private final Path file;
    private boolean written;

    /**
     * For JMH, which makes profilers by reflection.
     *
     * @param file where the facts go
     */
    public InForce(String file) {
        this.file = Path.of(file);
    }

    @Override
    public String getDescription() {
        return "what is in force in the fork";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        if (written) {
            return;
        }
        written = true;
        try (Writer out = Files.newBufferedWriter(file)) {
            facts().store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        return List.of();
    }

    static Properties facts() throws IOException {
        Properties facts = new Properties();
        facts.setProperty(COLLECTOR, collector());
        facts.setProperty(HEAP, Long.toString(Long.parseLong(option("MaxHeapSize")) / MEBI));
        facts.setProperty("compressedReferences", option("UseCompressedOops"));
        facts.setProperty("compactHeaders", option("UseCompactObjectHeaders"));
        facts.setProperty(CONTAINERS, constant("io.assay.containers.Containers", "ACTIVE"));
        facts.setProperty(CHECKS, constant("io.assay.Checks", "ENABLED"));
        facts.setProperty(
                FLAGS, String.join("\n", ManagementFactory.getRuntimeMXBean().getInputArguments()));
        facts.setProperty(LIBRARIES, libraries());
        System.getenv().forEach((name, value) -> facts.setProperty(ENVIRONMENT + name, value));
        return facts;
    }

    /** As profiles name it. */
    private static String collector() {
        for (Collector collector : Collector.values()) {
            if (option(collector.option()).equals("true") && collector.generational() == generational(collector)) {
                return collector.key();
            }
        }
        return "unknown";
    }

    /** Of the collectors that have both: by what they manage, and by their mode. */
    private static boolean generational(Collector collector) {
        return switch (collector) {
            case ZGC, ZGC_GENERATIONAL ->
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .anyMatch(bean -> bean.getName().contains("Minor"));
            case SHENANDOAH, SHENANDOAH_GENERATIONAL ->
                option("ShenandoahGCMode").toLowerCase(Locale.ROOT).contains("generational");
            default -> false;
        };
    }

    /** Of this JVM; {@code absent} where it does not know such an option. */
    private static String option(String name) {
        try {
            return ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .getVMOption(name)
                    .getValue();
        } catch (IllegalArgumentException e) {
            return "absent";
        }
    }

    private static String constant(String type, String field) {
        try {
            return String.valueOf(Class.forName(type).getField(field).get(null));
        } catch (ClassNotFoundException e) {
            return NONE;
        } catch (ReflectiveOperationException | ExceptionInInitializerError e) {
            return "unknown: " + e;
        }
    }

    /** Files of libraries that are mapped into this process, a line each; Linux only. */
    private static String libraries() throws IOException {
        if (!Files.isReadable(MAPPED)) {
            return "";
        }
        try (var lines = Files.lines(MAPPED, StandardCharsets.UTF_8)) {
            return String.join(
                    "\n",
                    lines.filter(line -> line.contains(".so"))
                            .map(line -> line.substring(line.indexOf('/') + 1))
                            .map(path -> path.substring(path.lastIndexOf('/') + 1))
                            .distinct()
                            .toList());
        }
    }
}
