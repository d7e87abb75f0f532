package io.assay.harness.matrix;

/** What a cell holds; less is better in all of them. */
public enum Measure {
    /** Time an operation. */
    TIME("time", ""),
    /** CPU time of the whole process an operation: what concurrent collectors do on another core counts. */
    CPU_TIME("CPU time", "ms"),
    /** Largest resident set of the process. */
    PEAK_MEMORY("peak memory", "MiB"),
    /** Heap that is still reachable after a full collection. */
    LIVE_MEMORY("live memory", "MiB"),
    /** Bytes allocated an operation. */
    ALLOCATION("allocated", "B/op"),
    /** Time of collections as a share of the time measured; of concurrent collectors their cycles, beside the program. */
    COLLECTOR_TIME("GC time", "%");

    private final String title;
    private final String unit;

    Measure(String title, String unit) {
        this.title = title;
        this.unit = unit;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** Of {@link Figure#value()}; of {@link #TIME} it is the column's own. */
    public String unit() {
        return unit;
    }

    /** The name in JSON. */
    public String key() {
        return switch (this) {
            case TIME -> "time";
            case CPU_TIME -> "cpuTime";
            case PEAK_MEMORY -> "peakMemory";
            case LIVE_MEMORY -> "liveMemory";
            case ALLOCATION -> "allocation";
            case COLLECTOR_TIME -> "collectorTime";
        };
    }
}
