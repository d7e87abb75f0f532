package io.assay.harness.result.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.jr.ob.JSON;

class MachineFactsTest {
    private static final String CPU = "/sys/devices/system/cpu/";

    @TempDir
    Path root;

    @Test
    void governors() {
        FakeHost host = new FakeHost(root);
        assertEquals("none visible", CpuFacts.governor(host.files()));
        host.put(CPU + "cpufreq/policy0/scaling_governor", "powersave\n")
                .put(CPU + "cpufreq/policy1/scaling_governor", "performance\n")
                .put(CPU + "cpufreq/policy2/scaling_governor", "powersave\n");
        assertEquals("performance,powersave", CpuFacts.governor(host.files()));
    }

    @Test
    void boostOfBothDrivers() {
        FakeHost host = new FakeHost(root);
        assertEquals("unknown", CpuFacts.boost(host.files()));
        host.put(CPU + "intel_pstate/no_turbo", "1\n");
        assertEquals("off", CpuFacts.boost(host.files()));
        host.put(CPU + "cpufreq/boost", "1\n");
        assertEquals("on", CpuFacts.boost(host.files()));
    }

    @Test
    void smtFromTheKernelOrFromTheCounts() {
        FakeHost host = new FakeHost(root);
        OptionalInt none = OptionalInt.empty();
        assertEquals("unknown", CpuFacts.smt(host.files(), none, none));
        assertEquals("on", CpuFacts.smt(host.files(), OptionalInt.of(8), OptionalInt.of(4)));
        host.put(CPU + "smt/active", "0\n");
        assertEquals("off", CpuFacts.smt(host.files(), OptionalInt.of(8), OptionalInt.of(4)));
    }

    @Test
    void hypervisorByClock() {
        FakeHost host = new FakeHost(root)
                .put("/sys/devices/system/clocksource/clocksource0/available_clocksource", "tsc kvm-clock \n");
        assertEquals("KVM", CpuFacts.virtualMachine(host.files()));
    }

    @Test
    void hugePages() {
        assertEquals(Optional.of("madvise"), MemoryFacts.chosen("always [madvise] never"));
        assertEquals(Optional.empty(), MemoryFacts.chosen("always madvise never"));
    }

    @Test
    void aMachineThatTellsNothing() {
        Environment environment = Environment.capture(new FakeHost(root).files());
        assertEquals("none", environment.cgroupVersion());
        assertEquals("unknown", environment.os().clockSource());
        assertEquals("unknown", environment.memory().transparentHugePages());
        assertFalse(environment.os().kernel().isEmpty());
    }

    @Test
    void theMapSurvivesJson() throws IOException {
        Environment environment = Environment.capture();
        Map<String, Object> map = environment.toMap();
        assertEquals(List.of("cpu", "memory", "os", "cgroup", "loadAverages"), List.copyOf(map.keySet()));
        Map<String, Object> read = JSON.std.mapFrom(JSON.std.asString(map));
        assertEquals(map.keySet(), read.keySet());
        assertEquals(List.of(), Differences.between(map, read));
        assertTrue(((Map<?, ?>) read.get("cpu")).get("usable") instanceof Number);
    }

    @Test
    void unreadableFilesAreUnknown() {
        FakeHost host = new FakeHost(root).put("/a/b", "x\n");
        assertEquals(Optional.empty(), host.files().text("/a"), "a folder");
        assertEquals(Optional.empty(), host.files().line("/a/c"));
        assertTrue(host.files().number("/a/b").isEmpty());
        assertEquals(List.of(), host.files().names("/nowhere"));
    }
}
