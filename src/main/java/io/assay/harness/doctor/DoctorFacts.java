package io.assay.harness.doctor;

import io.assay.harness.result.environment.CpuMeter;
import io.assay.harness.result.environment.Environment;
import io.assay.harness.result.environment.HostFiles;
import io.assay.harness.result.environment.JdkFacts;
import io.assay.harness.result.environment.Jdks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * All that the checks judge, captured beforehand, so that a check is a function of values. Immutable.
 *
 * @param quiet the machine's CPU time while this process slept
 * @param loaded the same while it kept all usable CPUs busy
 * @param busy other processes that used CPU meanwhile, most first
 */
public record DoctorFacts(
        Environment environment,
        CpuMeter.Delta quiet,
        CpuMeter.Delta loaded,
        List<BusyProcess> busy,
        TempFolder temp,
        List<JdkFacts> jdks,
        ProfilerFacts profilers,
        ClockFacts clock) {

    /**
     * Of this machine. Blocks for somewhat more than twice the {@code window}.
     *
     * @param window to watch the machine, once idle and once busy; below half a second the kernel's ticks are too coarse
     * @throws InterruptedException if interrupted while it watches
     */
    public static DoctorFacts capture(Duration window) throws InterruptedException {
        // Everything that works comes before or after the quiet window: it must not watch itself.
        Environment environment = Environment.capture();
        ClockFacts clock = ClockFacts.measure(environment.os().clockSource());
        TempFolder temp = TempFolder.capture(Path.of(System.getProperty("java.io.tmpdir", ".")));
        ProfilerFacts profilers = ProfilerFacts.capture(HostFiles.ofThisMachine(), System.getenv("PATH"));
        List<JdkFacts> jdks = Jdks.discover();
        CpuMeter meter = CpuMeter.ofThisMachine();
        BusyProcess.Watch watch = BusyProcess.watch();
        CpuMeter.Reading start = meter.now();
        Thread.sleep(window.toMillis());
        CpuMeter.Delta quiet = meter.since(start);
        List<BusyProcess> busy = watch.busy();
        CpuMeter.Delta loaded = FullLoad.measure(meter, environment.cpu().usable(), window);
        return new DoctorFacts(environment, quiet, loaded, busy, temp, jdks, profilers, clock);
    }
}
