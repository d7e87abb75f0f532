package io.assay.harness.result.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What keeps the results of two environment.json files from being compared at their word. */
public final class Differences {
    /** What is known of a machine, by the keys of {@link Environment#toMap()}. */
    public static final List<String> MACHINE = List.of(
            "cpu.model",
            "cpu.logical",
            "cpu.physical",
            "cpu.usable",
            "cpu.smt",
            "cpu.governor",
            "cpu.boost",
            "cpu.virtualMachine",
            "memory.total",
            "memory.transparentHugePages",
            "cgroup.cpuQuota",
            "cgroup.memoryLimit",
            "os.name",
            "os.kernel",
            "os.arch",
            "os.clockSource");

    private static final List<String> JVMS = List.of("jdk.build", "jdk.vendor", "jdks", "flags");

    private Differences() {}

    /**
     * One text a difference, {@code key: here, there}, in a fixed order; empty if none is known. What either side does
     * not know is no difference. Beside the keys of {@link Environment#toMap()} it looks at {@code jdk} ({@link
     * JdkFacts#toMap()}), {@code jdks} and {@code flags}.
     *
     * @param a the content of an environment.json, numbers as its reader made them
     */
    public static List<String> between(Map<String, Object> a, Map<String, Object> b) {
        List<String> differences = new ArrayList<>();
        for (String key : Stream.concat(MACHINE.stream(), JVMS.stream()).toList()) {
            Object left = at(a, key);
            Object right = at(b, key);
            if (left != null && right != null && !same(key, left, right)) {
                differences.add(key + ": " + left + ", " + right);
            }
        }
        return differences;
    }

    private static @Nullable Object at(Map<?, ?> map, String path) {
        Object value = map;
        for (String name : path.split("\\.", -1)) {
            value = value instanceof Map<?, ?> inner ? inner.get(name) : null;
        }
        return Unknown.TEXT.equals(value) ? null : value;
    }

    private static boolean same(String key, Object a, Object b) {
        if (a instanceof Number x && b instanceof Number y) {
            // Equal machines differ by some megabytes in what firmware and kernel keep for themselves.
            double tolerance = key.equals("memory.total") ? 0.01 * x.doubleValue() : 0;
            return Math.abs(x.doubleValue() - y.doubleValue()) <= tolerance;
        }
        return Objects.equals(a, b);
    }
}
