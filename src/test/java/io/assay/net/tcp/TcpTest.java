package io.assay.net.tcp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real sockets of the loopback; every test ends with a look for leaks. */
@Timeout(60)
class TcpTest {
    private static final TcpSettings SETTINGS = TcpSettings.DEFAULT;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final RunningLoop loop = new RunningLoop();
    private final Recorder recorder = new Recorder();

    @AfterEach
    void nothingIsLeft() throws Exception {
        loop.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 64, 70_000, 3_000_000})
    void whatIsSentComesBackInOrder(int size) throws Exception {
        byte[] sent = new byte[size];
        new Random(size).nextBytes(sent);
        try (Socket client = RunningLoop.dial(loop.listen(SETTINGS, () -> recorder))) {
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> RunningLoop.send(client, sent));
            assertArrayEquals(sent, client.getInputStream().readNBytes(size));
            writing.get(20, TimeUnit.SECONDS);
            client.shutdownOutput();
            assertEquals(-1, client.getInputStream().read());
        }
        assertNull(recorder.closed.get(20, TimeUnit.SECONDS));
        assertEquals(size, loop.net.counts().bytesRead());
        assertEquals(size, loop.net.counts().bytesWritten());
        assertEquals("opened", recorder.calls.get(0));
        assertEquals(
                List.of("inputEnded", "closed"),
                recorder.calls.subList(recorder.calls.size() - 2, recorder.calls.size()));
    }

    @Test
    void idleConnectionsEndAndBusyOnesDoNot() throws Exception {
        InetSocketAddress address = loop.listen(SETTINGS.withTimes(10 * SECOND, SECOND), () -> recorder);
        try (Socket client = RunningLoop.dial(address)) {
            recorder.opened.get(20, TimeUnit.SECONDS);
            for (int i = 0; i < 5; i++) {
                loop.advance(9 * SECOND);
                client.getOutputStream().write('x');
                assertEquals('x', client.getInputStream().read());
            }
            loop.advance(10 * SECOND - 1);
            assertEquals(0, loop.net.counts().timedOut());
            loop.advance(1 + Deadlines.TICK);
            recorder.closed.get(20, TimeUnit.SECONDS);
            assertEquals(1, loop.net.counts().timedOut());
            assertTrue(recorder.calls.contains("timedOut"));
        }
    }

    @Test
    void aDeadlineCountsWhateverMoves() throws Exception {
        try (Socket client = RunningLoop.dial(loop.listen(SETTINGS, () -> recorder))) {
            TcpConnection connection = recorder.opened.get(20, TimeUnit.SECONDS);
            loop.onLoop(() -> {
                connection.deadlineIn(3 * SECOND);
                return null;
            });
            for (int i = 0; i < 2; i++) {
                loop.advance(SECOND);
                client.getOutputStream().write('x');
                assertEquals('x', client.getInputStream().read());
            }
            assertFalse(recorder.closed.isDone());
            loop.advance(SECOND + Deadlines.TICK);
            recorder.closed.get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void whatWasSentBeforeTheCloseArrivesThoughThePeerStillSends() throws Exception {
        byte[] answer = new byte[100_000];
        Arrays.fill(answer, (byte) 'a');
        Recorder curt = new Recorder() {
            @Override
            public int received(TcpConnection connection, byte[] bytes, int from, int to) {
                connection.write(answer);
                connection.close();
                return 0;
            }
        };
        try (Socket client = RunningLoop.dial(loop.listen(SETTINGS, () -> curt))) {
            RunningLoop.send(client, new byte[200_000]);
            assertArrayEquals(answer, client.getInputStream().readAllBytes());
            RunningLoop.send(client, new byte[100_000]);
            assertFalse(curt.closed.isDone());
        }
        assertNull(curt.closed.get(20, TimeUnit.SECONDS));
    }

    @Test
    void aPeerThatNeverEndsIsLeftAfterAWhile() throws Exception {
        try (Socket client = RunningLoop.dial(loop.listen(SETTINGS, () -> recorder))) {
            TcpConnection connection = recorder.opened.get(20, TimeUnit.SECONDS);
            loop.onLoop(() -> {
                connection.close();
                return null;
            });
            assertEquals(-1, client.getInputStream().read());
            assertFalse(recorder.closed.isDone());
            loop.advance(2 * SECOND + 2 * Deadlines.TICK);
            assertNull(recorder.closed.get(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void aResetEndsTheConnectionWithItsCause() throws Exception {
        try (Socket client = RunningLoop.dial(loop.listen(SETTINGS, () -> recorder))) {
            client.getOutputStream().write(1);
            assertEquals(1, client.getInputStream().read());
            client.setSoLinger(true, 0);
        }
        assertInstanceOf(IOException.class, recorder.closed.get(20, TimeUnit.SECONDS));
        assertEquals(1, loop.net.counts().failed());
    }

    @Test
    void whatAHandlerThrowsEndsItsConnectionAlone() throws Exception {
        Recorder broken = new Recorder() {
            @Override
            public int received(TcpConnection connection, byte[] bytes, int from, int to) {
                throw new IllegalStateException("planted");
            }
        };
        InetSocketAddress bad = loop.listen(SETTINGS, () -> broken);
        InetSocketAddress good = loop.listen(SETTINGS, () -> recorder);
        try (Socket other = RunningLoop.dial(good);
                Socket client = RunningLoop.dial(bad)) {
            client.getOutputStream().write(1);
            Throwable cause = broken.closed.get(20, TimeUnit.SECONDS);
            assertNotNull(cause);
            assertEquals("planted", cause.getMessage());
            assertEquals(1, loop.reported().size());
            other.getOutputStream().write(7);
            assertEquals(7, other.getInputStream().read());
        }
    }

    @Test
    void connectionsAboveTheLimitWaitForTheirTurn() throws Exception {
        InetSocketAddress address = loop.listen(SETTINGS.withMaxConnections(2), Recorder::new);
        Socket first = RunningLoop.dial(address);
        try (Socket second = RunningLoop.dial(address);
                Socket third = RunningLoop.dial(address)) {
            third.getOutputStream().write('3');
            second.getOutputStream().write('2');
            assertEquals('2', second.getInputStream().read());
            loop.until(counts -> counts.accepted() == 2);
            assertEquals(2, loop.net.counts().open());
            first.close();
            assertEquals('3', third.getInputStream().read());
            assertEquals(3, loop.net.counts().accepted());
        }
    }

    @Test
    void aStopLetsTheConnectionsEnd() throws Exception {
        Recorder slow = new Recorder() {
            @Override
            public void stopping(TcpConnection connection) {
                calls.add("stopping");
            }
        };
        TcpServer server = loop.listening(SETTINGS, () -> slow);
        try (Socket client = RunningLoop.dial(server.address())) {
            slow.opened.get(20, TimeUnit.SECONDS);
            CompletableFuture<?> stopped = server.stop(SECOND).toCompletableFuture();
            loop.onLoop(() -> null);
            assertThrows(
                    IOException.class, () -> RunningLoop.dial(server.address()).close());
            assertFalse(stopped.isDone());
            client.getOutputStream().write('x');
            assertEquals('x', client.getInputStream().read());
            assertTrue(slow.calls.contains("stopping"));
            CompletableFuture<Boolean> early = slow.closed.thenApply(cause -> stopped.isDone());
            loop.advance(SECOND);
            stopped.get(20, TimeUnit.SECONDS);
            assertFalse(early.get(), "the handler hears of it before who waits for the server");
            assertEquals(0, loop.net.counts().open());
        }
    }

    @Test
    void aClientTalksToAServer() throws Exception {
        InetSocketAddress address = loop.listen(SETTINGS, Recorder::new);
        CompletableFuture<String> answer = new CompletableFuture<>();
        TcpConnection connection = loop.net
                .connect(address, SETTINGS, SECOND, new TcpHandler() {
                    @Override
                    public int received(TcpConnection c, byte[] bytes, int from, int to) {
                        answer.complete(new String(bytes, from, to - from));
                        c.close();
                        return to - from;
                    }
                })
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
        loop.onLoop(() -> {
            connection.write("hello".getBytes());
            return null;
        });
        assertEquals("hello", answer.get(20, TimeUnit.SECONDS));
        loop.until(counts -> counts.open() == 0);
        assertEquals(1, loop.net.counts().connected());
    }

    @Test
    void whoCannotBeReachedFailsTheConnect() throws Exception {
        try (Socket silent = RunningLoop.held()) {
            InetSocketAddress nobody = (InetSocketAddress) silent.getLocalSocketAddress();
            CompletableFuture<TcpConnection> attempt =
                    loop.net.connect(nobody, SETTINGS, SECOND, recorder).toCompletableFuture();
            assertInstanceOf(
                    IOException.class,
                    assertThrows(ExecutionException.class, () -> attempt.get(20, TimeUnit.SECONDS))
                            .getCause());
        }
        assertTrue(recorder.calls.isEmpty());
    }

    @Test
    void anAddressInUseFailsTheListen() throws Exception {
        InetSocketAddress address = loop.listen(SETTINGS, () -> recorder);
        CompletableFuture<TcpServer> again =
                loop.net.listen(address, SETTINGS, () -> recorder).toCompletableFuture();
        assertThrows(ExecutionException.class, () -> again.get(20, TimeUnit.SECONDS));
    }

    @Test
    void connectionsBelongToTheLoopsThread() throws Exception {
        try (Socket client = RunningLoop.dial(loop.listen(SETTINGS, () -> recorder))) {
            TcpConnection connection = recorder.opened.get(20, TimeUnit.SECONDS);
            assertThrows(IllegalStateException.class, () -> connection.write(new byte[1]));
            assertThrows(IllegalStateException.class, connection::close);
            assertTrue(client.isConnected());
        }
    }
}
