package io.assay.harness.run;

import java.io.File;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.ExternalProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Starts the fork through {@code env NAME=value ...}: the only way JMH leaves to give one fork its own environment
 * (another malloc by {@code LD_PRELOAD}, for instance).
 */
public final class EnvironmentPrefix implements ExternalProfiler {
    private static final String SEPARATOR = "\n";

    private final List<String> prefix;

    /**
     * For JMH, which makes profilers by reflection.
     *
     * @param variables {@code NAME=value}, a line each
     */
    public EnvironmentPrefix(String variables) {
        List<String> command = new ArrayList<>();
        command.add("env");
        command.addAll(List.of(variables.split(SEPARATOR)));
        this.prefix = List.copyOf(command);
    }

    static String variables(Map<String, String> environment) {
        List<String> lines = new ArrayList<>();
        environment.forEach((name, value) -> lines.add(name + "=" + value));
        return String.join(SEPARATOR, lines);
    }

    @Override
    public String getDescription() {
        return "environment of the fork";
    }

    @Override
    public Collection<String> addJVMInvokeOptions(BenchmarkParams params) {
        return prefix;
    }

    @Override
    public Collection<String> addJVMOptions(BenchmarkParams params) {
        return List.of();
    }

    @Override
    public void beforeTrial(BenchmarkParams params) {}

    @Override
    public Collection<ScalarResult> afterTrial(BenchmarkResult result, long pid, File out, File err) {
        return List.of();
    }

    @Override
    public boolean allowPrintOut() {
        return true;
    }

    @Override
    public boolean allowPrintErr() {
        return true;
    }
}
