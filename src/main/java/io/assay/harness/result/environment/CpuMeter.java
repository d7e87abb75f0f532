package io.assay.harness.result.environment;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import oshi.hardware.CentralProcessor;

/**
 * How the machine's CPU time was spent between two moments: busy, idle, taken away by the hypervisor (steal), or
 * withheld by a cgroup quota (throttled). Both of the latter lengthen a measurement without leaving a trace in it.
 *
 * <p>The kernel counts in ticks of 10 ms: percentages over less than half a second are coarse. Thread-safe.
 */
public final class CpuMeter {
    private final HostFiles files;
    private final Cgroup cgroup;
    private final Optional<CentralProcessor> processor;

    CpuMeter(HostFiles files, Optional<CentralProcessor> processor) {
        this.files = files;
        this.cgroup = new Cgroup(files);
        this.processor = processor;
    }

    /** Reads {@code /proc/stat} and {@code cpu.stat} on Linux, the operating system's counters elsewhere. */
    public static CpuMeter ofThisMachine() {
        HostFiles files = HostFiles.ofThisMachine();
        return new CpuMeter(files, files.exists("/proc/stat") ? Optional.empty() : Machine.processor());
    }

    /**
     * Counters at one moment.
     *
     * @param ticks time of all CPUs together, from boot, in any unit; empty if unknown
     * @param throttling empty where there are no control groups
     */
    public record Reading(Optional<Ticks> ticks, Optional<Cgroup.Throttling> throttling) {}

    /** Disjoint shares of the time of all CPUs together, in any one unit. */
    public record Ticks(long busy, long idle, long steal) {}

    /**
     * What happened between two readings; empty is unknown.
     *
     * @param busyPercent of the time of all CPUs, by any process, this one too
     * @param stealPercent of the time of all CPUs: wanted by this machine, given to another
     * @param throttledPeriods enforcement periods (usually of 100 ms) at whose end the quota was used up
     * @param throttledNanos time that runnable threads of this cgroup had to wait for quota
     */
    public record Delta(
            OptionalDouble busyPercent,
            OptionalDouble stealPercent,
            OptionalLong throttledPeriods,
            OptionalLong throttledNanos) {

        /** Keys {@code busyPercent}, {@code stealPercent}, {@code throttledPeriods}, {@code throttledNanos}. */
        public Map<String, Object> toMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("busyPercent", Unknown.or(busyPercent));
            map.put("stealPercent", Unknown.or(stealPercent));
            map.put("throttledPeriods", Unknown.or(throttledPeriods));
            map.put("throttledNanos", Unknown.or(throttledNanos));
            return map;
        }
    }

    /** The counters as they stand. Costs well below a millisecond on Linux. */
    public Reading now() {
        Optional<Ticks> ticks = files.line("/proc/stat")
                .flatMap(CpuMeter::parseStat)
                .or(() -> processor.flatMap(cpu -> Machine.ask(() -> ofOshi(cpu.getSystemCpuLoadTicks()))));
        Optional<Cgroup.Throttling> throttling =
                cgroup.version().equals("none") ? Optional.empty() : Optional.of(cgroup.throttling());
        return new Reading(ticks, throttling);
    }

    /** From {@code start} to now. */
    public Delta since(Reading start) {
        return between(start, now());
    }

    /** From {@code start} to {@code end}; unknown where either is, or where no time passed. */
    public static Delta between(Reading start, Reading end) {
        OptionalDouble busy = OptionalDouble.empty();
        OptionalDouble steal = OptionalDouble.empty();
        if (start.ticks.isPresent() && end.ticks.isPresent()) {
            Ticks a = start.ticks.get();
            Ticks b = end.ticks.get();
            // Some hypervisors correct steal and idle downwards: such a step is no time at all.
            double busyTime = Math.max(0, b.busy - a.busy);
            double stealTime = Math.max(0, b.steal - a.steal);
            double all = busyTime + stealTime + Math.max(0, b.idle - a.idle);
            if (all > 0) {
                busy = OptionalDouble.of(100 * busyTime / all);
                steal = OptionalDouble.of(100 * stealTime / all);
            }
        }
        OptionalLong periods = OptionalLong.empty();
        OptionalLong nanos = OptionalLong.empty();
        if (start.throttling.isPresent() && end.throttling.isPresent()) {
            periods = OptionalLong.of(
                    end.throttling.get().periods() - start.throttling.get().periods());
            nanos = OptionalLong.of(
                    end.throttling.get().nanos() - start.throttling.get().nanos());
        }
        return new Delta(busy, steal, periods, nanos);
    }

    /**
     * The first line of {@code /proc/stat} (proc_stat(5)): user nice system idle iowait irq softirq steal guest
     * guest_nice. Guest time is contained in user and nice already; kernels before 2.6.11 end before steal.
     */
    static Optional<Ticks> parseStat(String line) {
        String[] parts = line.split("\\s+", -1);
        if (parts.length < 8 || !parts[0].equals("cpu")) {
            return Optional.empty();
        }
        long[] ticks = new long[8];
        for (int i = 0; i < Math.min(8, parts.length - 1); i++) {
            OptionalLong value = HostFiles.parseLong(parts[i + 1]);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            ticks[i] = value.getAsLong();
        }
        return Optional.of(ofOshi(ticks));
    }

    /** Oshi's order is that of {@code /proc/stat}. */
    private static Ticks ofOshi(long[] ticks) {
        long idle =
                ticks[CentralProcessor.TickType.IDLE.getIndex()] + ticks[CentralProcessor.TickType.IOWAIT.getIndex()];
        long steal = ticks[CentralProcessor.TickType.STEAL.getIndex()];
        return new Ticks(Arrays.stream(ticks).sum() - idle - steal, idle, steal);
    }
}
