package io.assay.harness.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MachineNamesTest {
    private final MachineNames names = new MachineNames();

    private Drift.At at(int run, Map<String, String> environment) {
        return names.at(Made.point(run, environment, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cpu.model", "memory.total", "os.kernel", "cgroup.cpus"})
    void whatBelongsToTheMachineTellsItFromOthers(String name) {
        assertNotEquals(at(1, Map.of(name, "x")), at(1, Map.of(name, "y")));
        assertNotEquals(at(1, Map.of(name, "x")), at(1, Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdk", "flags", "heap", "threads", "my.cpu.model", "cpus"})
    void whatItRunsDoesNot(String name) {
        assertEquals(at(1, Map.of("cpu.model", "c")), at(1, Map.of("cpu.model", "c", name, "x")));
    }

    @Test
    void runsOfOneMachineAreToldApart() {
        Map<String, String> environment = Map.of("cpu.model", "one", "jdk", "17");
        assertEquals(new Drift.At(3, Made.MACHINE), at(3, environment));
        assertEquals(new Drift.At(4, Made.MACHINE), at(4, environment));
    }
}
