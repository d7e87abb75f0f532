package io.assay.harness.result;

import java.util.Map;
import java.util.Optional;

/** JMH's units of time and of throughput. */
public final class Units {
    private static final Map<String, Double> NANOS =
            Map.of("ns", 1.0, "us", 1e3, "ms", 1e6, "s", 1e9, "min", 60e9, "hr", 3600e9, "day", 86400e9);

    private Units() {}

    /** Whether more is better: {@code ops/...}. */
    public static boolean isThroughput(String unit) {
        return unit.startsWith("ops/");
    }

    /** Nanoseconds of a time as JMH prints it, such as {@code 200 ms}; empty for what is none. */
    public static Optional<Double> nanos(String time) {
        String[] parts = time.split(" ", 2);
        return parts.length == 2 && parts[0].matches("[0-9]{1,15}")
                ? Optional.ofNullable(NANOS.get(parts[1])).map(unit -> unit * Double.parseDouble(parts[0]))
                : Optional.empty();
    }

    /**
     * What an operation costs.
     *
     * @param value in the unit
     * @param unit {@code ns/op} or {@code ops/ns} and the like
     * @return nanoseconds an operation; empty if the unit is neither a time an operation nor a throughput
     */
    public static Optional<Double> nanosPerOperation(double value, String unit) {
        if (isThroughput(unit)) {
            return Optional.ofNullable(NANOS.get(unit.substring(4))).map(nanos -> nanos / value);
        }
        // Old JMHs leave the operation out for single shots.
        String time = unit.endsWith("/op") ? unit.substring(0, unit.length() - 3) : unit;
        return Optional.ofNullable(NANOS.get(time)).map(nanos -> nanos * value);
    }
}
