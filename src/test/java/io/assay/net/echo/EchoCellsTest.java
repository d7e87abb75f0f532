package io.assay.net.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.net.echo.peers.NettyTransport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EchoCellsTest {
    @Test
    void virtualThreadsNeedTheirJdk() {
        EchoCells cells = new EchoCells.Tcp();
        Map<String, String> virtual = Map.of("implementation", "BLOCKING_VIRTUAL_THREADS", "n", "64", "trips", "100");
        assertNull(cells.reasonNotToRun(virtual, 21));
        assertTrue(cells.reasonNotToRun(virtual, 17).startsWith("not on this JDK"));
    }

    @Test
    void ofWebSocketsToo() {
        Map<String, String> virtual = Map.of("implementation", "BLOCKING_VIRTUAL_THREADS", "n", "64", "trips", "100");
        assertNull(new EchoCells.WebSocketEcho().reasonNotToRun(virtual, 21));
        assertTrue(new EchoCells.WebSocketEcho().reasonNotToRun(virtual, 17).startsWith("not on this JDK"));
    }

    @ParameterizedTest
    @EnumSource
    void nativeTransportsAreThereOrSayWhy(NettyTransport transport) {
        boolean linux = System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
        if (transport == NettyTransport.NIO) assertNull(transport.missing());
        if (transport == NettyTransport.EPOLL) assertEquals(linux, transport.missing() == null);
        String reason = new EchoCells.Tcp()
                .reasonNotToRun(Map.of("implementation", "NETTY_" + transport, "n", "64", "trips", "100"), 17);
        assertEquals(transport.missing(), reason);
    }

    @Test
    void whatIsLeftOutSaysWhy() {
        EchoCells clients = new EchoCells.WebSocketClients();
        assertNull(clients.reasonNotToRun(clients("ASSAY", "1000", "WHOLE", "512"), 17));
        assertNull(clients.reasonNotToRun(clients("JETTY", "128", "FRAGMENTS_4K", "65536"), 17));
        assertNotNull(clients.reasonNotToRun(clients("ASSAY", "1000", "WHOLE", "65536"), 17));
        assertNotNull(clients.reasonNotToRun(clients("ASSAY", "128", "FRAGMENTS_4K", "16384"), 17));
        assertNotNull(clients.reasonNotToRun(clients("ASSAY_NAGLE", "128", "WHOLE", "512"), 17));
        EchoCells answer = new EchoCells.WebSocketAnswer();
        assertNull(answer.reasonNotToRun(Map.of("implementation", "JETTY", "workload", "AT_ONCE"), 17));
        assertNotNull(answer.reasonNotToRun(Map.of("implementation", "JETTY", "workload", "NEXT_TURN"), 17));
        assertNull(answer.reasonNotToRun(Map.of("implementation", "VERTX", "workload", "TIMER_1MS"), 17));
    }

    @Test
    void whereThreadsBlockThereIsOneAConnection() {
        int cores = Runtime.getRuntime().availableProcessors();
        for (EchoPeer blocking : List.of(
                TcpImplementation.BLOCKING_PLATFORM_THREADS,
                TcpImplementation.BLOCKING_VIRTUAL_THREADS,
                WebSocketImplementation.BLOCKING_PLATFORM_THREADS,
                WebSocketImplementation.BLOCKING_VIRTUAL_THREADS)) {
            assertEquals(1, blocking.threads(1));
            assertEquals(cores, blocking.threads(cores + 1));
        }
        assertEquals(1, TcpImplementation.NETTY.threads(100));
        assertEquals(1, WebSocketImplementation.ASSAY.threads(100));
        assertEquals(2, WebSocketImplementation.JETTY.threads(100));
    }

    private static Map<String, String> clients(String implementation, String clients, String workload, String n) {
        return Map.of("implementation", implementation, "clients", clients, "workload", workload, "n", n);
    }
}
