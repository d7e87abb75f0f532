package io.assay.harness.api;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What benchmarks can report beside their score, through {@link Reported}: names, units, and how tables head them. */
public enum Figure {
    /** Threads of the benchmark's own. */
    OWN_THREADS(Reported.OWN_THREADS, "threads", true, null),
    /** Connections that a benchmark had open. */
    CONNECTIONS(Reported.CONNECTIONS, "connections", true, "connections"),
    /** CPU time of a server's threads a request. */
    SERVER_CPU(Reported.SERVER_CPU, "ns", false, "server CPU ns"),
    /** CPU time of the client's threads a request. */
    CLIENT_CPU(Reported.CLIENT_CPU, "ns", false, "client CPU ns"),
    /** Cores that a server's threads kept busy on average. */
    SERVER_CORES(Reported.SERVER_CORES, "cores", false, "server cores"),
    /** How busy one core of the machine was; its number ends the name. */
    CORE(Reported.CORE, "busy", false, null),
    /** The lowest latency. */
    MIN("lat.min", "ns", false, "min ns"),
    /** The mean latency. */
    MEAN("lat.mean", "ns", false, "mean ns"),
    /** A percentile of the latencies. */
    P50(Reported.P50, "ns", false, "p50 ns"),
    /** A percentile of the latencies. */
    P90(Reported.P90, "ns", false, "p90 ns"),
    /** A percentile of the latencies. */
    P99(Reported.P99, "ns", false, "p99 ns"),
    /** A percentile of the latencies. */
    P999(Reported.P999, "ns", false, "p99.9 ns"),
    /** The highest latency. */
    MAX(Reported.MAX, "ns", true, "max ns"),
    /** What loading classes took. */
    CLASS_LOADING(Reported.CLASS_LOADING, "ns", false, "load ns"),
    /** The lowest duration of a task. */
    RUN_MIN("run.min", "ns", false, "run min ns"),
    /** The mean duration. */
    RUN_MEAN("run.mean", "ns", false, "run mean ns"),
    /** A percentile of the durations. */
    RUN_P99("run.p99", "ns", false, "run p99 ns"),
    /** The highest duration. */
    RUN_MAX("run.max", "ns", true, "run max ns"),
    /** Deadlines of an iteration. */
    DUE("miss.due", "count", false, "due"),
    /** Those that were missed. */
    MISSED("miss.all", "count", false, "missed"),
    /** Those that were missed for a collector's pause. */
    MISSED_GC("miss.gc", "count", false, "by gc"),
    /** Those that were missed while the virtual machine stood still for something else. */
    MISSED_SAFEPOINT("miss.safepoint", "count", false, "by safepoint"),
    /** Those that were missed while other threads did not get a core either. */
    MISSED_MACHINE("miss.machine", "count", false, "by machine"),
    /** The others that were missed. */
    MISSED_OTHERWISE("miss.other", "count", false, "unexplained"),
    /** The longest pause of a collector. */
    PAUSE_GC("pause.gc", "ns", true, "longest gc ns"),
    /** The longest stop of the virtual machine for something else. */
    PAUSE_SAFEPOINT("pause.safepoint", "ns", true, "longest safepoint ns"),
    /** The longest time for which another thread did not get a core, though the virtual machine did not stand still. */
    PAUSE_MACHINE("pause.machine", "ns", true, "longest machine ns");

    private static final Map<String, Figure> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(Figure::metric, Function.identity()));

    private final String metric;
    private final String unit;
    private final boolean highest;
    private final @Nullable String header;

    Figure(String metric, String unit, boolean highest, @Nullable String header) {
        this.metric = metric;
        this.unit = unit;
        this.highest = highest;
        this.header = header;
    }

    /** The figure that is kept under this name. */
    public static Optional<Figure> of(String metric) {
        return Optional.ofNullable(metric.startsWith(Reported.CORE) ? CORE : BY_NAME.get(metric));
    }

    /** Those that have a column in tables, in their order. */
    public static List<Figure> columns() {
        return Arrays.stream(values()).filter(figure -> figure.header != null).toList();
    }

    /** The name among a row's metrics; of {@link #CORE} how it starts. */
    public String metric() {
        return metric;
    }

    /** The unit. */
    public String unit() {
        return unit;
    }

    /** Whether several iterations' figures come to the highest of them; else to their mean. */
    public boolean highest() {
        return highest;
    }

    /** What its column is headed with; empty for one without a column. */
    public String header() {
        return header == null ? "" : header;
    }
}
