package io.assay.net.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.net.tcp.RunningLoop;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A server that loses, changes, doubles or ends: each kind of client says so, and none waits for ever. */
@Timeout(60)
class EchoFaultsTest {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(40);
    /** For what is lost and never comes. */
    private static final long SHORT = TimeUnit.MILLISECONDS.toNanos(300);

    private static final int SIZE = 64;

    private enum Client {
        ONE {
            @Override
            void run(PlantedServer server, long patience) {
                try (OneConnection client =
                        new OneConnection(server.address(), Dial.PLAIN, Messages.plain(SIZE), patience)) {
                    client.roundTrips(2);
                    client.roundTrips(2);
                }
            }
        },
        MANY {
            @Override
            void run(PlantedServer server, long patience) {
                try (ManyConnections client =
                        new ManyConnections(server.address(), Dial.PLAIN, 1, Messages.plain(SIZE), patience)) {
                    client.exchange(2, 1);
                    client.exchange(2, 1);
                }
            }
        },
        PACED {
            @Override
            void run(PlantedServer server, long patience) {
                try (PacedConnection client =
                        new PacedConnection(server.address(), Dial.PLAIN, Messages.plain(SIZE), patience)) {
                    client.arrivals(2, System.nanoTime(), 100_000, latency -> {});
                    client.arrivals(2, System.nanoTime(), 100_000, latency -> {});
                }
            }
        };

        abstract void run(PlantedServer server, long patience);
    }

    private enum Fate {
        LOST("63 ", (bytes, count) -> Arrays.copyOf(bytes, count - 1)),
        CHANGED("byte 63 of message ", (bytes, count) -> {
            bytes[count - 1] ^= 1;
            return Arrays.copyOf(bytes, count);
        }),
        ENDED("", (bytes, count) -> null),
        MORE("", (bytes, count) -> Arrays.copyOf(bytes, count + 1)),
        ANOTHER("of message ", (bytes, count) -> {
            // The number of the one before.
            bytes[3]--;
            return Arrays.copyOf(bytes, count);
        });

        final String said;
        final PlantedServer.Fault fault;

        Fate(String said, PlantedServer.Fault fault) {
            this.said = said;
            this.fault = fault;
        }
    }

    static Stream<Arguments> faults() {
        return Stream.of(Client.values())
                .flatMap(client -> Stream.of(Fate.values()).map(fate -> Arguments.of(client, fate)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void theClientSaysWhatIsWrong(Client client, Fate fate) throws Exception {
        long patience = fate == Fate.LOST ? SHORT : PATIENCE;
        String said = told(client, fate, patience);
        // A machine that stands still for so long has lost more: it is given more time.
        while (!said.contains(fate.said) && patience * 5 < PATIENCE) {
            patience *= 5;
            said = told(client, fate, patience);
        }
        assertTrue(said.contains(fate.said), said);
    }

    private static String told(Client client, Fate fate, long patience) throws Exception {
        AtomicInteger bytes = new AtomicInteger();
        // The first message comes back as it was.
        PlantedServer.Fault fault =
                (b, count) -> bytes.addAndGet(count) <= SIZE ? Arrays.copyOf(b, count) : fate.fault.apply(b, count);
        try (PlantedServer server = new PlantedServer(false, fault)) {
            return assertThrows(EchoException.class, () -> client.run(server, patience))
                    .getMessage();
        }
    }

    @ParameterizedTest
    @MethodSource("clients")
    void withoutAFaultNoneIsSaid(Client client) throws Exception {
        try (PlantedServer server = new PlantedServer(false, Arrays::copyOf)) {
            client.run(server, PATIENCE);
        }
    }

    static Stream<Client> clients() {
        return Stream.of(Client.values());
    }

    @Test
    void aRateThatIsNotHeldIsSaid() throws Exception {
        try (PlantedServer server = new PlantedServer(false, Arrays::copyOf);
                PacedConnection client = new PacedConnection(server.address(), Dial.PLAIN, Messages.plain(SIZE))) {
            long past = System.nanoTime() - TimeUnit.SECONDS.toNanos(2);
            EchoException thrown =
                    assertThrows(EchoException.class, () -> client.arrivals(1, past, 1_000, latency -> {}));
            assertTrue(thrown.getMessage().contains("the rate is not held"), thrown::getMessage);
        }
    }

    /** The server stands still for 5 ms at the second of 20 messages, one every 0.5 ms: the others wait, and that counts. */
    @Test
    void aStallCountsForAllWhomItKeptWaiting() throws Exception {
        AtomicInteger reads = new AtomicInteger();
        PlantedServer.Fault stall = (bytes, count) -> {
            long start = System.nanoTime();
            while (reads.get() == 1 && System.nanoTime() - start < 5_000_000) Thread.onSpinWait();
            reads.incrementAndGet();
            return Arrays.copyOf(bytes, count);
        };
        long[] late = new long[1];
        int[] heard = new int[1];
        try (PlantedServer server = new PlantedServer(false, stall);
                PacedConnection client = new PacedConnection(server.address(), Dial.PLAIN, Messages.plain(SIZE))) {
            client.arrivals(20, System.nanoTime(), 500_000, latency -> {
                heard[0]++;
                if (latency >= 1_000_000) late[0]++;
            });
        }
        assertEquals(20, heard[0]);
        assertTrue(late[0] >= 5, () -> late[0] + " were kept waiting");
    }

    @Test
    void aServerThatIsNoWebSocketIsRefused() throws Exception {
        try (PlantedServer server =
                new PlantedServer(false, (bytes, count) -> "HTTP/1.1 404 Not Found\r\n\r\n".getBytes())) {
            EchoException thrown = assertThrows(
                    EchoException.class,
                    () -> new OneConnection(server.address(), Dial.WEB_SOCKET, Messages.framed(SIZE)));
            assertTrue(thrown.getMessage().startsWith("no upgrade: HTTP/1.1 404"), thrown::getMessage);
        }
    }

    @Test
    void aFrameThatIsNotDueIsRefused() throws Exception {
        byte[] ping = {(byte) 0x89, 0};
        try (PlantedServer server = new PlantedServer(true, (bytes, count) -> ping);
                OneConnection client = new OneConnection(server.address(), Dial.WEB_SOCKET, Messages.framed(SIZE))) {
            EchoException thrown = assertThrows(EchoException.class, () -> client.roundTrips(1));
            assertTrue(thrown.getMessage().contains("a binary one of message 0 was due"), thrown::getMessage);
        }
    }

    @Test
    void nobodyListens() throws Exception {
        try (Socket held = RunningLoop.held()) {
            InetSocketAddress address = (InetSocketAddress) held.getLocalSocketAddress();
            assertThrows(EchoException.class, () -> Dial.PLAIN.connect(address));
        }
    }
}
