package io.assay.harness.profiling.fork;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What makes a sample. */
public enum SampledEvent {
    /** Every millisecond that a thread runs; every kernel tick, 4 ms on most systems, where only timers can be had. */
    CPU("samples", "event=%s,interval=1ms"),
    /** An allocation in every 256 KiB. */
    ALLOC("bytes", "alloc=256k"),
    /** A wait of a microsecond or more for a monitor or a lock of java.util.concurrent. */
    LOCK("ns", "lock=1us"),
    /** Every 10 ms of every thread, whether it runs or waits; more often, its signals would drown those of the CPU's clock. */
    WALL("samples", "wall=10ms"),
    /** Every call of malloc and its kin. */
    NATIVEMEM("bytes", "nativemem=0,nofree");

    private final String unit;
    private final String argument;

    SampledEvent(String unit, String argument) {
        this.unit = unit;
        this.argument = argument;
    }

    /** As the command line and files name it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a sample's weight is counted in. */
    public String unit() {
        return unit;
    }

    /** Whether samples weigh alike. */
    public boolean isTime() {
        return this == CPU || this == WALL;
    }

    /** async-profiler's arguments; {@code engine} is put in where the event has a choice of them. */
    String argument(String engine) {
        return String.format(Locale.ROOT, argument, engine);
    }

    /** Reads keys that are separated by commas; unknown ones are passed over. */
    public static List<SampledEvent> parse(String keys) {
        return Arrays.stream(keys.split(",", -1))
                .flatMap(key -> of(key.strip()).stream())
                .distinct()
                .collect(Collectors.toList());
    }

    /** The event of a key. */
    public static Optional<SampledEvent> of(String key) {
        return Arrays.stream(values()).filter(event -> event.key().equals(key)).findFirst();
    }

    /** Keys, separated by commas. */
    public static String text(List<SampledEvent> events) {
        return events.stream().map(SampledEvent::key).collect(Collectors.joining(","));
    }
}
