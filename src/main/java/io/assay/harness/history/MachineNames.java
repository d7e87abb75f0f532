package io.assay.harness.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The part of an environment that is the machine's own, as a text. Keeps what it found; belongs to one thread. */
final class MachineNames {
    private static final List<String> OF_MACHINE = List.of("cpu.", "memory.", "os.", "cgroup.");

    private final Map<Map<String, String>, String> names = new HashMap<>();

    Drift.At at(Point point) {
        return new Drift.At(point.run().id(), names.computeIfAbsent(point.environment(), MachineNames::name));
    }

    private static String name(Map<String, String> environment) {
        Map<String, String> machine = new TreeMap<>(environment);
        machine.keySet().removeIf(name -> OF_MACHINE.stream().noneMatch(name::startsWith));
        return machine.toString();
    }
}
