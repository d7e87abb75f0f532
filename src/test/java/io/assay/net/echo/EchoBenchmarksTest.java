package io.assay.net.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.assay.harness.api.CellRule;
import io.assay.harness.api.Reported;
import io.assay.net.echo.peers.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.annotations.Param;

/** The benchmarks' own methods, called as JMH calls them, over their own parameters: whatever server it is, the right bytes come back. */
@Timeout(120)
class EchoBenchmarksTest {
    private static final int FEATURE = Runtime.version().feature();

    @AfterEach
    void forget() {
        Reported.clear();
    }

    /** Whether a cell is run here; the parameters as names and values in turn. */
    private static boolean runs(CellRule rule, Object... params) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < params.length; i += 2) map.put(params[i].toString(), params[i + 1].toString());
        return rule.reasonNotToRun(map, FEATURE) == null;
    }

    /** All sizes for ours, for a peer the smallest and the largest: those between are no other code of the benchmark's. */
    private static int[] sizes(Class<?> benchmark, Enum<?> implementation) throws Exception {
        int[] all = Stream.of(benchmark.getField("n").getAnnotation(Param.class).value())
                .mapToInt(Integer::parseInt)
                .toArray();
        return implementation.name().startsWith("ASSAY") ? all : new int[] {all[0], all[all.length - 1]};
    }

    /** A server whose threads are not found costs nothing; each takes more than 100 ns for a message. */
    private static void assertServersCpuIsFound() {
        assertTrue(Reported.figures().get(Reported.SERVER_CPU) > 100, () -> "" + Reported.figures());
    }

    @ParameterizedTest
    @EnumSource
    void tcpEcho(TcpImplementation implementation) throws Exception {
        assumeTrue(runs(new EchoCells.Tcp(), "implementation", implementation, "n", 64, "trips", 100));
        for (int n : sizes(TcpEchoBenchmark.class, implementation)) {
            TcpEchoBenchmark benchmark = new TcpEchoBenchmark();
            benchmark.implementation = implementation;
            benchmark.n = n;
            benchmark.trips = 3;
            AbstractEcho.Counters counters = new AbstractEcho.Counters();
            benchmark.open();
            benchmark.begin();
            benchmark.echo(counters);
            benchmark.echo(counters);
            benchmark.end();
            benchmark.close();
            assertEquals(6, counters.items);
            assertServersCpuIsFound();
        }
    }

    @ParameterizedTest
    @EnumSource
    void tcpClients(TcpImplementation implementation) throws Exception {
        assumeTrue(runs(new EchoCells.TcpClients(), "implementation", implementation, "clients", 128, "n", 64));
        for (int n : sizes(TcpClientsBenchmark.class, implementation)) {
            TcpClientsBenchmark benchmark = new TcpClientsBenchmark();
            benchmark.implementation = implementation;
            benchmark.clients = 5;
            benchmark.n = n;
            AbstractManyConnections.Counters counters = new AbstractManyConnections.Counters();
            benchmark.open();
            benchmark.begin();
            benchmark.echo(3, counters);
            benchmark.end();
            benchmark.close();
            assertEquals(15, counters.items);
            assertEquals(15L * n, counters.bytes);
            assertEquals(implementation.threads(5), Reported.figures().get(Reported.OWN_THREADS));
            assertServersCpuIsFound();
        }
    }

    @ParameterizedTest
    @EnumSource
    void tcpStream(TcpImplementation implementation) throws Exception {
        for (int n : sizes(TcpStreamBenchmark.class, implementation)) {
            if (!runs(new EchoCells.TcpStream(), "implementation", implementation, "n", n)) continue;
            TcpStreamBenchmark benchmark = new TcpStreamBenchmark();
            benchmark.implementation = implementation;
            benchmark.n = n;
            AbstractManyConnections.Counters counters = new AbstractManyConnections.Counters();
            benchmark.open();
            benchmark.begin();
            benchmark.stream(100, counters);
            benchmark.stream(7, counters);
            benchmark.end();
            benchmark.close();
            assertEquals(107, counters.items);
            assertEquals(107L * n, counters.bytes);
        }
    }

    @ParameterizedTest
    @EnumSource
    void webSocketEcho(WebSocketImplementation implementation) throws Exception {
        assumeTrue(runs(new EchoCells.WebSocketEcho(), "implementation", implementation, "n", 64, "trips", 100));
        for (int n : sizes(WebSocketEchoBenchmark.class, implementation)) {
            WebSocketEchoBenchmark benchmark = new WebSocketEchoBenchmark();
            benchmark.implementation = implementation;
            benchmark.n = n;
            benchmark.trips = 6;
            AbstractEcho.Counters counters = new AbstractEcho.Counters();
            benchmark.open();
            benchmark.begin();
            benchmark.echo(counters);
            benchmark.end();
            benchmark.close();
            assertEquals(6, counters.items);
            assertServersCpuIsFound();
            assertEquals(implementation.threads(1), Reported.figures().get(Reported.OWN_THREADS));
        }
    }

    @ParameterizedTest
    @EnumSource
    void webSocketClients(WebSocketImplementation implementation) throws Exception {
        for (Framing workload : Framing.values()) {
            for (int n : sizes(WebSocketClientsBenchmark.class, implementation)) {
                WebSocketClientsBenchmark benchmark = new WebSocketClientsBenchmark();
                benchmark.implementation = implementation;
                benchmark.workload = workload;
                benchmark.clients = 5;
                benchmark.n = n;
                if (!runs(
                        new EchoCells.WebSocketClients(),
                        "implementation",
                        implementation,
                        "workload",
                        workload,
                        "clients",
                        128,
                        "n",
                        n)) continue;
                AbstractManyConnections.Counters counters = new AbstractManyConnections.Counters();
                benchmark.open();
                benchmark.begin();
                benchmark.echo(3, counters);
                benchmark.end();
                benchmark.close();
                assertEquals(15, counters.items);
                assertEquals(5L * n >> 10, counters.underWayKiB, "one under way on each");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void webSocketStreamAndBackPressure(WebSocketImplementation implementation) throws Exception {
        for (int n : sizes(WebSocketStreamBenchmark.class, implementation)) {
            WebSocketStreamBenchmark benchmark = new WebSocketStreamBenchmark();
            benchmark.implementation = implementation;
            benchmark.clients = 3;
            benchmark.n = n;
            if (!runs(new EchoCells.WebSocketStream(), "implementation", implementation)) continue;
            AbstractManyConnections.Counters counters = new AbstractManyConnections.Counters();
            benchmark.open();
            benchmark.begin();
            benchmark.stream(4, counters);
            assertEquals(3L * 4 * Math.max(n, 64 << 10), counters.bytes);
            if (n == 512) {
                benchmark.backPressure(1 << 20, counters);
                assertTrue(counters.underWayKiB > 1 << 10, () -> counters.underWayKiB + " KiB were under way");
                benchmark.stream(1, counters);
            }
            benchmark.end();
            benchmark.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void webSocketAnswer(WebSocketImplementation implementation) {
        for (Answer workload : Answer.values()) {
            if (!runs(new EchoCells.WebSocketAnswer(), "implementation", implementation, "workload", workload))
                continue;
            WebSocketAnswerBenchmark benchmark = new WebSocketAnswerBenchmark();
            benchmark.implementation = implementation;
            benchmark.workload = workload;
            AbstractManyConnections.Counters counters = new AbstractManyConnections.Counters();
            benchmark.open();
            benchmark.begin();
            benchmark.echo(2, counters);
            benchmark.end();
            benchmark.close();
            assertEquals(128, counters.items);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ASSAY", "NETTY_EPOLL", "BLOCKING_PLATFORM_THREADS"})
    void tcpLatency(TcpImplementation implementation) {
        assumeTrue(runs(new EchoCells.TcpLatency(), "implementation", implementation));
        TcpEchoLatencyBenchmark benchmark = new TcpEchoLatencyBenchmark();
        benchmark.implementation = implementation;
        arrivals(benchmark);
    }

    @ParameterizedTest
    @EnumSource(names = {"ASSAY", "JAVA_WEBSOCKET"})
    void webSocketLatency(WebSocketImplementation implementation) {
        assumeTrue(runs(new EchoCells.WebSocketLatency(), "implementation", implementation));
        WebSocketEchoLatencyBenchmark benchmark = new WebSocketEchoLatencyBenchmark();
        benchmark.implementation = implementation;
        arrivals(benchmark);
    }

    private static void arrivals(AbstractEchoLatency benchmark) {
        benchmark.rate = 10_000;
        AbstractEchoLatency.Counters counters = new AbstractEchoLatency.Counters();
        benchmark.open();
        benchmark.forget();
        benchmark.arrive(2, counters);
        benchmark.arrive(2, counters);
        benchmark.end();
        benchmark.close();
        assertEquals(40, counters.items);
        double last = 1;
        for (String name : List.of(Reported.P50, Reported.P90, Reported.P99, Reported.P999, Reported.MAX)) {
            double figure = Reported.figures().get(name);
            assertTrue(figure >= last, () -> name + " in " + Reported.figures());
            last = figure;
        }
    }
}
