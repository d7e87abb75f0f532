package io.assay.harness.api;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a benchmark tells the harness besides its score, from inside the fork. It is read after each iteration and becomes
 * secondary metrics of the row: the mean over the iterations, of maxima the greatest. Thread-safe; what was said last holds.
 */
public final class Reported {
    /** Threads that the benchmark started, besides those of JMH. */
    public static final String OWN_THREADS = "threads.own";

    /** Percentiles of latencies, and their maximum, in nanoseconds. */
    public static final String P50 = "lat.p50";

    /** See {@link #P50}. */
    public static final String P90 = "lat.p90";

    /** See {@link #P50}. */
    public static final String P99 = "lat.p99";

    /** See {@link #P50}. */
    public static final String P999 = "lat.p99.9";

    /** See {@link #P50}. */
    public static final String MAX = "lat.max";

    /** Nanoseconds that loading the classes took on which a benchmark of a first start works. */
    public static final String CLASS_LOADING = "classes.load";

    /** CPU time of a server's threads for each request, in nanoseconds, where client and server are one process. */
    public static final String SERVER_CPU = "cpu.server";

    /** The same of the client's thread. */
    public static final String CLIENT_CPU = "cpu.client";

    /** Cores that the server's threads kept busy on average. */
    public static final String SERVER_CORES = "cores.server";

    /** With its number behind it: how busy a core of the machine was, from 0 to 1. */
    public static final String CORE = "core.";

    /** 1 where the system does not tell how busy its cores were. */
    public static final String CORES_UNTOLD = CORE + "untold";

    /** Connections that a benchmark had open, where it is the machine that says how many can be. */
    public static final String CONNECTIONS = "connections.open";

    private static final Map<String, Double> FIGURES = new ConcurrentHashMap<>();

    private Reported() {}

    /**
     * Says how many threads of its own the benchmark has busy, so that a row with more threads than cores is labelled as
     * such. To be called in set-up.
     *
     * @param threads 0 or more, without those that JMH starts
     */
    public static void ownThreads(int threads) {
        FIGURES.put(OWN_THREADS, (double) threads);
    }

    /** Says what the latencies of the current iteration were, each from the intended time of sending, in nanoseconds. */
    public static void latencies(double p50, double p90, double p99, double p999, double max) {
        FIGURES.put(P50, p50);
        FIGURES.put(P90, p90);
        FIGURES.put(P99, p99);
        FIGURES.put(P999, p999);
        FIGURES.put(MAX, max);
    }

    /** Says how long the classes took to load that a first start finds loaded, in nanoseconds. To be called in set-up. */
    public static void classLoading(double nanos) {
        FIGURES.put(CLASS_LOADING, nanos);
    }

    /** Says one figure of the current iteration, in its unit. */
    public static void figure(Figure figure, double value) {
        FIGURES.put(figure.metric(), value);
    }

    /**
     * Says what the CPU time of the current iteration went to.
     *
     * @param server nanoseconds of the server's threads a request
     * @param client nanoseconds of the client's a request
     * @param cores that the server's threads kept busy on average
     */
    public static void cpu(double server, double client, double cores) {
        FIGURES.put(SERVER_CPU, server);
        FIGURES.put(CLIENT_CPU, client);
        FIGURES.put(SERVER_CORES, cores);
    }

    /**
     * Says how busy each core of the machine was in the current iteration, whatever it worked for.
     *
     * @param busy from 0 to 1, by the core's number; none where the system does not tell
     */
    public static void cores(Map<Integer, Double> busy) {
        if (busy.isEmpty()) FIGURES.put(CORES_UNTOLD, 1.0);
        busy.forEach((core, share) -> FIGURES.put(CORE + core, share));
    }

    /** Says how many connections are open. To be called in set-up. */
    public static void connections(int count) {
        FIGURES.put(CONNECTIONS, (double) count);
    }

    /** What was said so far in this JVM, by name. */
    public static Map<String, Double> figures() {
        return Map.copyOf(FIGURES);
    }

    /** Forgets everything: for tests, which run several benchmarks in one JVM. */
    public static void clear() {
        FIGURES.clear();
    }
}
