package io.assay.net.hold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.api.Reported;
import io.assay.net.hold.peers.HeldServer;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The benchmarks of held connections, with few of them. */
@Timeout(120)
class HoldBenchmarksTest {
    /** Room for noise of other tests' garbage beside some thousand connections. */
    private static final int CONNECTIONS = 1_000;

    @AfterEach
    void forget() {
        Reported.clear();
    }

    @ParameterizedTest
    @EnumSource
    void everyServerHoldsEveryStateAndTellsWhomItLost(HeldImplementation implementation) throws Exception {
        for (ConnectionState state : ConnectionState.values()) {
            HeldServer server = implementation.start(state);
            try (HeldClients clients = new HeldClients(server.port());
                    Pinger pinger = new Pinger(server.port())) {
                clients.open(6, state);
                clients.dribble(20);
                int slow = state == ConnectionState.SLOW_HEAD ? 6 : state == ConnectionState.MIXED ? 3 : 0;
                assertEquals(slow, clients.slow());
                assertTrue(pinger.ping() > 40);
                assertEquals(0, clients.lost(), () -> implementation + " " + state);
                server.close();
                // What a peer leaves open when it is closed is not our matter.
                if (implementation != HeldImplementation.ASSAY) continue;
                long start = System.nanoTime();
                while (clients.lost() < 6) assertTrue(System.nanoTime() - start < 20_000_000_000L, "not all are lost");
            }
        }
    }

    /** Not every benchmark closes its server, and JMH waits half a minute for a thread that is no daemon. */
    @ParameterizedTest
    @EnumSource
    void noServerKeepsItsForkAlive(HeldImplementation implementation) {
        for (ConnectionState state : List.of(ConnectionState.MIXED, ConnectionState.WEBSOCKET)) {
            Set<Thread> before = Thread.getAllStackTraces().keySet();
            try (HeldServer server = implementation.start(state);
                    Pinger pinger = new Pinger(server.port())) {
                assertTrue(pinger.ping() > 40);
                List<Thread> started = Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> !before.contains(thread))
                        // Netty's, for what ends: it ends by itself a second later, and may be an earlier test's.
                        .filter(thread -> !thread.getName().startsWith("globalEventExecutor"))
                        .toList();
                assertFalse(started.isEmpty());
                assertEquals(
                        List.of(),
                        started.stream().filter(thread -> !thread.isDaemon()).toList());
            }
        }
    }

    /** The mark: 4 KB for an idle connection, beyond the kernel's. */
    @ParameterizedTest
    @EnumSource(names = {"KEEP_ALIVE", "WEBSOCKET"})
    void oursCostsAtMostFourKilobytesAConnection(ConnectionState state) {
        ConnectionMemoryBenchmark benchmark = new ConnectionMemoryBenchmark();
        benchmark.implementation = HeldImplementation.ASSAY;
        benchmark.state = state;
        benchmark.held = CONNECTIONS;
        benchmark.open();
        // Threads of earlier tests begin and end at times of their own, with megabytes of theirs: a fork has none of
        // that.
        for (int i = 0; i < 5 && !isInRange(benchmark.bytes()); i++) {
            benchmark.close();
            benchmark.open();
        }
        try {
            HeldBytes bytes = benchmark.bytes();
            assertTrue(isInRange(bytes), bytes::toString);
            ConnectionMemoryBenchmark.Counters counters = new ConnectionMemoryBenchmark.Counters();
            benchmark.request(counters);
            assertEquals(Math.round(bytes.all()), counters.bytesPerConnection);
        } finally {
            benchmark.close();
        }
    }

    /** Weighed at all, and not above the mark. */
    private static boolean isInRange(HeldBytes bytes) {
        return bytes.heap() > 500 && bytes.all() <= 4_096;
    }

    @Test
    void slowConnectionsAreHeldWhileRequestsAreTimed() {
        SlowConnectionsBenchmark benchmark = new SlowConnectionsBenchmark();
        benchmark.implementation = HeldImplementation.ASSAY;
        benchmark.held = 40;
        benchmark.open();
        benchmark.forget();
        SlowConnectionsBenchmark.Counters counters = new SlowConnectionsBenchmark.Counters();
        benchmark.arrive(counters);
        assertEquals(100, counters.requests);
        Map<String, Double> figures = Reported.figures();
        assertTrue(figures.get(Reported.P50) > 0 && figures.get(Reported.P50) <= figures.get(Reported.MAX));
        benchmark.letGo();
        assertThrows(IllegalStateException.class, benchmark::close, "a server that lets go fails the benchmark");
    }

    @Test
    void anAnswerThatDoesNotComeFails() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Pinger pinger = new Pinger(silent.getLocalPort(), 50_000_000)) {
            UncheckedIOException thrown = assertThrows(UncheckedIOException.class, pinger::ping);
            assertEquals("no answer, or not all of it", thrown.getMessage());
        }
    }

    @Test
    void whatTheLimitOfDescriptorsForbidsIsNotRun() {
        String reason = Descriptors.reasonNotToHold(10_000, 1_024);
        assertNotNull(reason);
        assertTrue(reason.contains("10300") && reason.contains("1024"), reason);
        assertNull(Descriptors.reasonNotToHold(10_000, 10_300));
        assertNull(new HeldCells().reasonNotToRun(Map.of("held", "0")));
    }

    @Test
    void aRoundGivesEachSlowConnectionOneByte() {
        for (int slow : new int[] {0, 1, 7, 499, 500, 5_000, 5_001}) {
            int sent = 0;
            for (int slice = 0; slice < 500; slice++) sent += Holder.share(slow, slice);
            assertEquals(slow, sent);
        }
    }
}
