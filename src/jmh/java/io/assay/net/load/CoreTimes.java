package io.assay.net.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * How busy each core of the machine was, by the kernel's own count in {@code /proc/stat} (Linux, proc(5)): everybody's time is in it, and
 * what the hypervisor took away is not. The kernel counts in ticks of 10 ms, so that a share of 400 ms is good to some 3%.
 */
final class CoreTimes {
    private static final Path STAT = Path.of("/proc/stat");

    private final Path file;
    private Map<Integer, Ticks> before = Map.of();

    /** Of one core, since the machine was started. */
    record Ticks(long busy, long idle) {}

    CoreTimes() {
        this(STAT);
    }

    CoreTimes(Path file) {
        this.file = file;
    }

    /** Starts to count. */
    void start() {
        before = read();
    }

    /** The shares since {@link #start}, from 0 to 1, by the core's number; none off Linux. */
    Map<Integer, Double> shares() {
        Map<Integer, Double> shares = new TreeMap<>();
        read().forEach((core, now) -> {
            Ticks then = before.get(core);
            if (then == null) return;
            long busy = now.busy - then.busy;
            long all = busy + now.idle - then.idle;
            // A core's count of waiting for disks may go down (proc(5)).
            if (all > 0) shares.put(core, Math.min(1, Math.max(0, busy / (double) all)));
        });
        return shares;
    }

    private Map<Integer, Ticks> read() {
        if (!Files.isReadable(file)) return Map.of();
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines {@code cpuN user nice system idle iowait irq softirq steal ...}; the time of guests is in that of users. */
    static Map<Integer, Ticks> parse(String stat) {
        Map<Integer, Ticks> ticks = new TreeMap<>();
        for (String line : stat.split("\n")) {
            String[] words = line.split(" +");
            if (!words[0].matches("cpu[0-9]+") || words.length < 8) continue;
            long[] counts = new long[8];
            for (int i = 1; i < 8; i++) counts[i] = Long.parseLong(words[i]);
            ticks.put(
                    Integer.parseInt(words[0].substring(3)),
                    new Ticks(counts[1] + counts[2] + counts[3] + counts[6] + counts[7], counts[4] + counts[5]));
        }
        return ticks;
    }
}
