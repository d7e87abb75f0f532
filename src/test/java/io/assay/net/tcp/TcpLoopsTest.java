package io.assay.net.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.future.Future;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several loops on one port, and loops that never ran. */
@Timeout(60)
class TcpLoopsTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final TcpSettings SHARED = TcpSettings.DEFAULT.withReusePort(true);
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);
    private static final int CLIENTS = 60;

    /** Goes on when its server stops, until its peer ends. */
    private static final class Stubborn extends Recorder {
        @Override
        public void stopping(TcpConnection connection) {
            connection.write(new byte[] {'s'});
        }
    }

    @Test
    void loopsShareAPortAndStopTogether() throws Exception {
        List<RunningLoop> loops = List.of(new RunningLoop(), new RunningLoop(), new RunningLoop());
        List<Socket> clients = new ArrayList<>();
        try {
            InetSocketAddress address = listen(loops.get(0), new InetSocketAddress(HERE, 0));
            for (RunningLoop loop : loops.subList(1, loops.size())) listen(loop, address);
            for (int i = 0; i < CLIENTS; i++) {
                Socket client = RunningLoop.dial(address);
                clients.add(client);
                client.getOutputStream().write(i);
                assertEquals(i, client.getInputStream().read());
            }
            assertEquals(CLIENTS, accepted(loops));
            for (RunningLoop loop : loops) {
                assertTrue(loop.net.counts().accepted() > 0, () -> "the kernel shares them out: " + loop.net.counts());
            }
            List<CompletableFuture<Boolean>> ends = new ArrayList<>();
            for (RunningLoop loop : loops) ends.add(loop.net.close(MINUTE).toCompletableFuture());
            // Each was told by its own loop, and is answered once more.
            for (Socket client : clients)
                assertEquals('s', client.getInputStream().read());
            assertThrows(IOException.class, () -> RunningLoop.dial(address).close());
            assertTrue(ends.stream().noneMatch(CompletableFuture::isDone), "they wait for their connections");
            for (Socket client : clients) {
                client.getOutputStream().write('x');
                assertEquals('x', client.getInputStream().read());
                client.close();
            }
            for (CompletableFuture<Boolean> end : ends) assertTrue(end.get(20, TimeUnit.SECONDS), "by themselves");
            assertEquals(CLIENTS, accepted(loops));
        } finally {
            for (Socket client : clients) client.close();
            for (RunningLoop loop : loops) loop.close();
        }
    }

    @Test
    void oneLoopEndsAndTheOthersServeOn() throws Exception {
        RunningLoop first = new RunningLoop();
        try (RunningLoop second = new RunningLoop()) {
            InetSocketAddress address = listen(first, new InetSocketAddress(HERE, 0));
            listen(second, address);
            first.close();
            for (int i = 0; i < 20; i++) {
                try (Socket client = RunningLoop.dial(address)) {
                    client.getOutputStream().write(i);
                    assertEquals(i, client.getInputStream().read());
                }
            }
            assertEquals(20, second.net.counts().accepted());
        }
    }

    private static InetSocketAddress listen(RunningLoop loop, InetSocketAddress address) throws Exception {
        return loop.net
                .listen(address, SHARED, Stubborn::new)
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS)
                .address();
    }

    private static long accepted(List<RunningLoop> loops) {
        return loops.stream().mapToLong(loop -> loop.net.counts().accepted()).sum();
    }

    @Test
    void aLoopThatNeverRanIsClosedByItsCaller() throws Exception {
        long before = descriptors();
        for (int i = 0; i < 20; i++) {
            NetLoop never = NetLoop.create();
            Future<TcpServer> listening = never.listen(new InetSocketAddress(HERE, 0), SHARED, Stubborn::new);
            assertFalse(listening.isDone());
            CompletableFuture<Boolean> closed = never.close(MINUTE).toCompletableFuture();
            assertTrue(closed.isDone() && closed.get());
            // What was posted before is dispatched: it listened, and was stopped.
            TcpServer server = listening.toCompletableFuture().get(0, TimeUnit.SECONDS);
            assertThrows(
                    IOException.class, () -> RunningLoop.dial(server.address()).close());
            assertThrows(IllegalStateException.class, () -> never.events().start());
            Future<TcpServer> late = never.listen(new InetSocketAddress(HERE, 0), SHARED, Stubborn::new);
            assertThrows(
                    ExecutionException.class, () -> late.toCompletableFuture().get(0, TimeUnit.SECONDS));
            assertTrue(never.close(0).isDone());
        }
        // Other tests of this virtual machine may open or close a few meanwhile; three a loop would be sixty.
        assertTrue(descriptors() - before < 30, () -> before + " descriptors before, now " + descriptors());
    }

    @Test
    void aLoopThatRestsIsClosedByItsCaller() throws Exception {
        RunningLoop loop = new RunningLoop();
        InetSocketAddress address = loop.listen(TcpSettings.DEFAULT, Recorder::new);
        try (Socket client = RunningLoop.dial(address)) {
            loop.until(counts -> counts.accepted() == 1);
            loop.net.events().stop();
            assertTrue(loop.net.events().awaitRest(20, TimeUnit.SECONDS));
            loop.close();
            assertTrue(client.isConnected());
        }
    }

    private static long descriptors() {
        return ((com.sun.management.UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getOpenFileDescriptorCount();
    }
}
