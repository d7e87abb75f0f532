package io.assay.net.ping;

import io.assay.harness.api.CellRule;
import io.assay.net.serve.Answering;
import io.assay.net.serve.Threads;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which cells of the pings' benchmarks apply. */
public final class PingCells implements CellRule {
    /** For the harness, which makes rules by reflection. */
    public PingCells() {}

    @Override
    public @Nullable String reasonNotToRun(Map<String, String> params) {
        PingImplementation implementation = PingImplementation.valueOf(params.get("implementation"));
        boolean async = Answering.ASYNC.name().equals(params.get("answering"));
        String connections = params.getOrDefault("connections", "400");
        if (async && implementation.onlySync()) return "its handlers stand still until the answer is there";
        if (async && !connections.equals("400")) return "400 connections show what answering later costs";
        if (implementation == PingImplementation.BLOCKING_PLATFORM_THREADS && connections.equals(PingBenchmark.MOST)) {
            return "a thread of the system for each of thousands of connections";
        }
        if (implementation == PingImplementation.NETTY_EPOLL && !onLinux()) {
            return "its native part is for Linux on x86-64";
        }
        return null;
    }

    private static boolean onLinux() {
        return System.getProperty("os.name", "").equals("Linux")
                && System.getProperty("os.arch", "").equals("amd64");
    }

    @Override
    public @Nullable String reasonNotToRun(Map<String, String> params, int feature) {
        if (PingImplementation.BLOCKING_VIRTUAL_THREADS.name().equals(params.get("implementation"))
                && feature < Threads.VIRTUAL_SINCE) {
            return "not on this JDK: virtual threads came with " + Threads.VIRTUAL_SINCE;
        }
        return reasonNotToRun(params);
    }
}
