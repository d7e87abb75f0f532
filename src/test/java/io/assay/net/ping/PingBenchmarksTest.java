package io.assay.net.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.api.Reported;
import io.assay.net.serve.Answering;
import io.assay.net.serve.HttpImplementation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The benchmarks' own methods; that all servers answer alike is looked at elsewhere. */
class PingBenchmarksTest {
    @AfterEach
    void forget() {
        Reported.clear();
    }

    @ParameterizedTest
    @EnumSource(names = {"ASSAY", "BOUND_CANNED"})
    void requestsAreAnsweredAndCpuTimeTold(PingImplementation implementation) {
        for (String connections : List.of("2", "40")) {
            PingBenchmark benchmark = new PingBenchmark();
            benchmark.implementation = implementation;
            benchmark.answering = Answering.SYNC;
            benchmark.connections = connections;
            benchmark.open();
            benchmark.begin();
            benchmark.requests();
            benchmark.end();
            benchmark.close();
            Map<String, Double> figures = Reported.figures();
            assertEquals(Double.parseDouble(connections), figures.get(Reported.CONNECTIONS));
            assertEquals(1, figures.get(Reported.OWN_THREADS));
            assertTrue(figures.get(Reported.SERVER_CPU) > 100, figures::toString);
            assertTrue(figures.get(Reported.CLIENT_CPU) > 100, figures::toString);
            assertTrue(figures.get(Reported.SERVER_CORES) > 0.001, figures::toString);
        }
    }

    @Test
    void latenciesAreReported() {
        PingRateBenchmark benchmark = new PingRateBenchmark();
        benchmark.implementation = PingImplementation.ASSAY;
        benchmark.answering = Answering.ASYNC;
        benchmark.rate = 5_000;
        benchmark.open();
        benchmark.begin();
        benchmark.arrive(100);
        benchmark.arrive(100);
        benchmark.end();
        benchmark.close();
        Map<String, Double> figures = Reported.figures();
        double last = 1;
        for (String name : List.of(Reported.P50, Reported.P90, Reported.P99, Reported.P999, Reported.MAX)) {
            assertTrue(figures.get(name) >= last, figures::toString);
            last = figures.get(name);
        }
        assertTrue(figures.get(Reported.SERVER_CPU) > 100, figures::toString);
    }

    @Test
    void everyPartDoesItsWork() throws Exception {
        PathBenchmark benchmark = new PathBenchmark();
        PathBenchmark.Parts parts = new PathBenchmark.Parts();
        for (int i = 0; i < 3; i++) {
            assertEquals(PingApp.request().length - PingApp.ASKED.length(), benchmark.parse(parts));
            assertEquals("ping", benchmark.route(parts));
            assertEquals(2, benchmark.readJson(parts).sequence);
            assertEquals(64, benchmark.handOver(parts));
            String written =
                    new String(benchmark.write(parts), 0, parts.write(), java.nio.charset.StandardCharsets.UTF_8);
            assertTrue(
                    written.startsWith("HTTP/1.1 200 OK\r\n") && written.endsWith("\r\n\r\n" + PingApp.ANSWER),
                    written);
        }
        PathBenchmark.Whole whole = new PathBenchmark.Whole();
        whole.open();
        whole.begin();
        benchmark.whole(whole);
        whole.end();
        whole.close();
        assertTrue(Reported.figures().get(Reported.SERVER_CPU) > 100);
    }

    @Test
    void cellsThatDoNotApplyHaveTheirReason() {
        PingCells cells = new PingCells();
        for (PingImplementation implementation : PingImplementation.values()) {
            boolean later =
                    implementation.server().map(server -> !server.blocks()).orElse(false);
            assertEquals(later, cells.reasonNotToRun(params(implementation, "ASYNC", "400"), 25) == null);
            assertNotNull(cells.reasonNotToRun(params(implementation, "ASYNC", "2"), 25));
            assertNull(cells.reasonNotToRun(params(implementation, "SYNC", "2"), 25));
        }
        Map<String, String> virtual = params(PingImplementation.BLOCKING_VIRTUAL_THREADS, "SYNC", "2");
        assertNotNull(cells.reasonNotToRun(virtual, 17));
        assertNull(cells.reasonNotToRun(virtual, 21));
        assertNotNull(cells.reasonNotToRun(
                params(PingImplementation.BLOCKING_PLATFORM_THREADS, "SYNC", PingBenchmark.MOST), 25));
    }

    @Test
    void everyServerIsMeasuredAndLabelled() {
        assertTrue(Stream.of(PingImplementation.values())
                .noneMatch(implementation -> implementation.label().isBlank()));
        for (HttpImplementation server : HttpImplementation.values()) {
            assertEquals(
                    server, PingImplementation.valueOf(server.name()).server().orElseThrow());
        }
    }

    @Test
    void serversWithMoreThreadsSaySo() {
        int cores = Runtime.getRuntime().availableProcessors();
        for (PingImplementation implementation : PingImplementation.values()) {
            boolean blocks =
                    implementation.server().map(HttpImplementation::blocks).orElse(false);
            int due = blocks ? cores : implementation == PingImplementation.JETTY ? 2 : 1;
            assertEquals(due, implementation.threads(400), implementation::name);
        }
        assertEquals(1, PingImplementation.BLOCKING_PLATFORM_THREADS.threads(1));
    }

    private static Map<String, String> params(PingImplementation implementation, String answering, String connections) {
        Map<String, String> params = new HashMap<>();
        params.put("implementation", implementation.name());
        params.put("answering", answering);
        params.put("connections", connections);
        return params;
    }
}
