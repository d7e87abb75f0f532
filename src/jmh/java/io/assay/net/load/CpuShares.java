package io.assay.net.load;

import io.assay.harness.api.Reported;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * CPU time of a server's threads and of the client's, told apart in one process, and how busy each core was. A server's threads are those that were
 * not there before it was started; carriers of virtual threads are among them, threads of the collector and the compiler are not.
 */
public final class CpuShares {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final CoreTimes cores = new CoreTimes();
    private final Set<Long> others;
    private Map<Long, Long> before = Map.of();
    private long clientBefore;
    private long timeBefore;

    /** To be made before the server is, by the thread that will be the client's. */
    public CpuShares() {
        others = ids(threads);
        if (!threads.isThreadCpuTimeSupported()) {
            throw new IllegalStateException("this JVM does not tell the CPU time of threads");
        }
        threads.setThreadCpuTimeEnabled(true);
    }

    /** Starts to count. */
    public void start() {
        before = server();
        clientBefore = threads.getCurrentThreadCpuTime();
        cores.start();
        timeBefore = System.nanoTime();
    }

    /** Reports what was used since {@link #start}, by the client's thread. */
    public void report(long requests) {
        if (requests == 0) return;
        long client = threads.getCurrentThreadCpuTime() - clientBefore;
        long time = System.nanoTime() - timeBefore;
        long server = 0;
        for (Map.Entry<Long, Long> thread : server().entrySet()) {
            server += thread.getValue() - before.getOrDefault(thread.getKey(), 0L);
        }
        Reported.cpu(server / (double) requests, client / (double) requests, server / (double) time);
        Reported.cores(cores.shares());
    }

    /** Threads that have ended are not in it: servers keep theirs. */
    private Map<Long, Long> server() {
        Map<Long, Long> times = new HashMap<>();
        for (long id : threads.getAllThreadIds()) {
            long cpu = others.contains(id) ? -1 : threads.getThreadCpuTime(id);
            if (cpu >= 0) times.put(id, cpu);
        }
        return times;
    }

    private static Set<Long> ids(ThreadMXBean threads) {
        Set<Long> ids = new HashSet<>();
        Arrays.stream(threads.getAllThreadIds()).forEach(ids::add);
        ids.add(Thread.currentThread().getId());
        return ids;
    }
}
