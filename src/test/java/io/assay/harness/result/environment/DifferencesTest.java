package io.assay.harness.result.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DifferencesTest {
    @Test
    void namesKeyAndBothValues() {
        assertEquals(
                List.of("cpu.model: A, B", "jdk.build: 17.0.1+1, 17.0.2+8", "flags: [-Xmx1g], []"),
                Differences.between(
                        Map.of(
                                "cpu",
                                Map.of("model", "A"),
                                "jdk",
                                Map.of("build", "17.0.1+1"),
                                "flags",
                                List.of("-Xmx1g")),
                        Map.of("cpu", Map.of("model", "B"), "jdk", Map.of("build", "17.0.2+8"), "flags", List.of())));
    }

    @Test
    void numbersCompareByValueWhateverTheirType() {
        assertEquals(
                List.of(),
                Differences.between(
                        Map.of("cpu", Map.of("logical", 2), "cgroup", Map.of("cpuQuota", 2.0)),
                        Map.of("cpu", Map.of("logical", 2L), "cgroup", Map.of("cpuQuota", 2))));
        assertEquals(
                List.of("cgroup.cpuQuota: none, 2"),
                Differences.between(
                        Map.of("cgroup", Map.of("cpuQuota", "none")), Map.of("cgroup", Map.of("cpuQuota", 2))));
    }

    @Test
    void memoryMayDifferByFirmware() {
        assertEquals(List.of(), memory(16_000_000_000L, 16_010_000_000L));
        assertEquals(1, memory(16_000_000_000L, 32_000_000_000L).size());
    }

    @Test
    void theUnknownIsNoDifference() {
        assertEquals(
                List.of(),
                Differences.between(
                        Map.of("cpu", Map.of("model", "unknown", "logical", 2), "os", "Linux"),
                        Map.of("cpu", Map.of("model", "B"), "os", Map.of("name", "Linux"))));
    }

    private static List<String> memory(long a, long b) {
        return Differences.between(Map.of("memory", Map.of("total", a)), Map.of("memory", Map.of("total", b)));
    }
}
