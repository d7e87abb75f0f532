package io.assay.harness.doctor;

import io.assay.harness.result.environment.Machine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import oshi.software.os.OSProcess;

/**
 * Another process that used CPU time while the machine was meant to be quiet. Immutable.
 *
 * @param cpus CPUs it kept busy, on average over the time watched
 */
public record BusyProcess(String name, long pid, double cpus) {
    private static final double NEGLIGIBLE = 0.02;

    /** Two looks at the process table; where it may not be read, nobody is busy. */
    static final class Watch {
        private final long start = System.nanoTime();
        private final Map<Integer, Long> before = new HashMap<>();

        private Watch() {
            processes().forEach(process -> before.put(process.getProcessID(), millis(process)));
        }

        List<BusyProcess> busy() {
            double elapsed = (System.nanoTime() - start) / 1e6;
            long self = ProcessHandle.current().pid();
            List<BusyProcess> busy = new ArrayList<>();
            for (OSProcess process : processes()) {
                // One that has started meanwhile spent all of its time in the window.
                double used = (double) (millis(process) - before.getOrDefault(process.getProcessID(), 0L));
                if (process.getProcessID() != self && used / elapsed > NEGLIGIBLE) {
                    busy.add(new BusyProcess(process.getName(), process.getProcessID(), used / elapsed));
                }
            }
            busy.sort(Comparator.comparingDouble(BusyProcess::cpus).reversed());
            return List.copyOf(busy);
        }

        private static List<OSProcess> processes() {
            return Machine.ask(() -> Machine.info().getOperatingSystem().getProcesses())
                    .orElse(List.of());
        }

        private static long millis(OSProcess process) {
            return process.getUserTime() + process.getKernelTime();
        }
    }

    static Watch watch() {
        return new Watch();
    }
}
