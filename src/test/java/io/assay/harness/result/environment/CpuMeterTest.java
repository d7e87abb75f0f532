package io.assay.harness.result.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CpuMeterTest {
    @TempDir
    Path root;

    @Test
    void sharesOfTheTimeBetweenTwoReadings() {
        FakeHost host = new FakeHost(root).put("/proc/stat", "cpu  100 10 50 1000 20 5 5 10 0 0\ncpu0 1 1 1 1\n");
        CpuMeter meter = new CpuMeter(host.files(), Optional.empty());
        CpuMeter.Reading start = meter.now();
        assertEquals(Optional.of(new CpuMeter.Ticks(170, 1020, 10)), start.ticks());
        // user + 30, idle + 50, iowait + 10, steal + 10; guest is part of user, and must not count twice
        host.put("/proc/stat", "cpu  130 10 50 1050 30 5 5 20 30 0\n");
        CpuMeter.Delta delta = meter.since(start);
        assertEquals(OptionalDouble.of(30), delta.busyPercent());
        assertEquals(OptionalDouble.of(10), delta.stealPercent());
        assertEquals(OptionalLong.empty(), delta.throttledPeriods(), "no control groups here");
    }

    @Test
    void throttlingIsADifference() {
        FakeHost host = new FakeHost(root)
                .put("/proc/self/mountinfo", "30 23 0:26 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw\n")
                .put("/sys/fs/cgroup/cpu.stat", "nr_throttled 3\nthrottled_usec 12\n");
        CpuMeter meter = new CpuMeter(host.files(), Optional.empty());
        CpuMeter.Reading start = meter.now();
        host.put("/sys/fs/cgroup/cpu.stat", "nr_throttled 5\nthrottled_usec 20\n");
        CpuMeter.Delta delta = meter.since(start);
        assertEquals(OptionalLong.of(2), delta.throttledPeriods());
        assertEquals(OptionalLong.of(8_000), delta.throttledNanos());
        assertEquals(
                Map.of(
                        "busyPercent",
                        "unknown",
                        "stealPercent",
                        "unknown",
                        "throttledPeriods",
                        2L,
                        "throttledNanos",
                        8_000L),
                delta.toMap());
    }

    @Test
    void countersThatStandStillOrRunBackwards() {
        CpuMeter.Reading a = reading(100, 100, 50);
        assertEquals(OptionalDouble.empty(), CpuMeter.between(a, a).busyPercent());
        CpuMeter.Delta corrected = CpuMeter.between(a, reading(150, 150, 40));
        assertEquals(OptionalDouble.of(0), corrected.stealPercent());
        assertEquals(OptionalDouble.of(50), corrected.busyPercent());
    }

    @Test
    void kernelsWithoutSteal() {
        assertEquals(Optional.of(new CpuMeter.Ticks(14, 9, 0)), CpuMeter.parseStat("cpu 1 2 3 4 5 6 2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "cpu", "cpu0 1 2 3 4 5 6 7 8", "cpu 1 2 3", "cpu 1 2 x 4 5 6 7 8", "intr 1 2 3 4 5 6 7 8"})
    void otherLinesAreUnknown(String line) {
        assertEquals(Optional.empty(), CpuMeter.parseStat(line));
    }

    @Test
    void neverFailsHere() {
        CpuMeter meter = CpuMeter.ofThisMachine();
        assertNotNull(meter.since(meter.now()));
        CpuMeter nothing = new CpuMeter(new FakeHost(root).files(), Optional.empty());
        assertTrue(nothing.since(nothing.now()).busyPercent().isEmpty());
    }

    private static CpuMeter.Reading reading(long busy, long idle, long steal) {
        return new CpuMeter.Reading(Optional.of(new CpuMeter.Ticks(busy, idle, steal)), Optional.empty());
    }
}
