package io.assay.harness.doctor;

import io.assay.harness.result.environment.CpuMeter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps CPUs busy for a while and tells what of that time was not given. A hypervisor counts steal, and a quota
 * throttles, only where threads want to run: an idle machine always looks good.
 */
final class FullLoad {
    private FullLoad() {}

    /**
     * Takes {@code time}, on as many threads.
     *
     * @throws InterruptedException if interrupted while it waits for the threads, which end by themselves
     */
    static CpuMeter.Delta measure(CpuMeter meter, int threads, Duration time) throws InterruptedException {
        CpuMeter.Reading start = meter.now();
        long deadline = System.nanoTime() + time.toNanos();
        List<Thread> spinning = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(() -> spinUntil(deadline), "assay-full-load-" + i);
            thread.setDaemon(true);
            thread.start();
            spinning.add(thread);
        }
        for (Thread thread : spinning) {
            thread.join();
        }
        return meter.since(start);
    }

    /** Without Thread.onSpinWait: hypervisors take its PAUSE as a sign that the CPU can be given to somebody else. */
    @SuppressWarnings("EmptyWhile")
    private static void spinUntil(long deadline) {
        while (System.nanoTime() - deadline < 0) {}
    }
}
