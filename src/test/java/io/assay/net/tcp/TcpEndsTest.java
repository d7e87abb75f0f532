package io.assay.net.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ends, times and failures of connections and servers that come in another order than usual. */
@Timeout(60)
class TcpEndsTest {
    private static final TcpSettings SETTINGS = TcpSettings.DEFAULT;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final RunningLoop loop = new RunningLoop();
    private final Recorder recorder = new Recorder();

    @AfterEach
    void nothingIsLeft() throws Exception {
        loop.close();
    }

    @Test
    void aDeadlineStartsWhenItIsSetHoweverLongNothingHasCome() throws Exception {
        try (Socket client = RunningLoop.dial(loop.listen(SETTINGS, () -> recorder))) {
            TcpConnection connection = recorder.opened.get(20, TimeUnit.SECONDS);
            loop.advance(10 * SECOND);
            loop.onLoop(() -> {
                connection.deadlineIn(3 * SECOND);
                return null;
            });
            loop.advance(2 * SECOND);
            assertEquals(0, loop.net.counts().timedOut());
            loop.advance(SECOND + Deadlines.TICK);
            recorder.closed.get(20, TimeUnit.SECONDS);
            assertTrue(client.isConnected());
        }
    }

    @Test
    void aTimeBeyondTheClockIsNone() throws Exception {
        TcpSettings patient = SETTINGS.withTimes(Long.MAX_VALUE, Long.MAX_VALUE);
        try (Socket client = RunningLoop.dial(loop.listen(patient, () -> recorder))) {
            TcpConnection connection = recorder.opened.get(20, TimeUnit.SECONDS);
            loop.onLoop(() -> {
                connection.deadlineIn(Long.MAX_VALUE);
                return null;
            });
            loop.advance(1_000 * SECOND);
            assertEquals(0, loop.net.counts().timedOut());
            client.getOutputStream().write('x');
            assertEquals('x', client.getInputStream().read());
        }
    }

    @Test
    void whoSendsAndDoesNotReadCannotKeepAConnectionThatWasClosed() throws Exception {
        Recorder curt = new Recorder() {
            @Override
            public int received(TcpConnection connection, byte[] bytes, int from, int to) {
                connection.write(new byte[12 << 20]);
                connection.close();
                return to - from;
            }
        };
        try (Socket client = RunningLoop.dial(loop.listen(SETTINGS, () -> curt))) {
            for (int i = 1; i <= 4; i++) {
                client.getOutputStream().write('x');
                int count = i;
                loop.until(counts -> counts.bytesRead() == count);
                assertFalse(curt.closed.isDone());
                loop.advance(20 * SECOND - (i == 4 ? -Deadlines.TICK : 0));
                if (loop.net.counts().timedOut() > 0) break;
            }
            curt.closed.get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void inputThatWasLeftIsGivenAgainWhereverReadingIsResumed() throws Exception {
        Recorder waiting = new Recorder() {
            @Override
            public void opened(TcpConnection connection) {
                connection.deadlineIn(SECOND);
                connection.pauseReading();
                connection.resumeReading();
            }

            @Override
            public int received(TcpConnection connection, byte[] bytes, int from, int to) {
                if (calls.contains("timedOut")) return super.received(connection, bytes, from, to);
                connection.pauseReading();
                return 0;
            }

            @Override
            public void timedOut(TcpConnection connection) {
                calls.add("timedOut");
                connection.resumeReading();
            }
        };
        try (Socket client = RunningLoop.dial(loop.listen(SETTINGS, () -> waiting))) {
            client.getOutputStream().write('x');
            loop.until(counts -> counts.bytesRead() == 1);
            loop.advance(SECOND + Deadlines.TICK);
            assertEquals('x', client.getInputStream().read());
        }
    }

    @Test
    void aConnectionWithoutAHandlerIsClosedAndReported() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        InetSocketAddress address = loop.listen(SETTINGS, () -> {
            if (asked.getAndIncrement() == 0) throw new IllegalStateException("planted");
            return recorder;
        });
        try (Socket client = RunningLoop.dial(address)) {
            assertEquals(-1, client.getInputStream().read());
        }
        assertEquals("planted", loop.reported().get(0).getMessage());
        try (Socket client = RunningLoop.dial(address)) {
            client.getOutputStream().write('x');
            assertEquals('x', client.getInputStream().read());
        }
        assertEquals(1, loop.net.counts().accepted());
    }

    @Test
    void aConnectThatNobodyWaitsForIsEnded() throws Exception {
        InetSocketAddress address = loop.listen(SETTINGS, Recorder::new);
        CountDownLatch cancelled = new CountDownLatch(1);
        loop.net.events().execute(() -> {
            try {
                cancelled.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertTrue(loop.net.connect(address, SETTINGS, SECOND, recorder).cancel());
        try (Socket silent = RunningLoop.held()) {
            InetSocketAddress nobody = (InetSocketAddress) silent.getLocalSocketAddress();
            assertTrue(loop.net.connect(nobody, SETTINGS, SECOND, recorder).cancel());
            cancelled.countDown();
            loop.until(counts -> counts.connected() == 1);
            loop.onLoop(() -> null);
            loop.until(counts -> counts.open() == 0);
        }
        assertEquals(List.of(), loop.reported());
    }

    /** Goes on when its server stops. */
    private static final class Stubborn extends Recorder {
        @Override
        public void stopping(TcpConnection connection) {
            calls.add("stopping");
        }
    }

    @Test
    void aCloseWaitsForAServerThatIsStoppingAlready() throws Exception {
        TcpServer server = loop.listening(SETTINGS, Stubborn::new);
        try (Socket client = RunningLoop.dial(server.address())) {
            loop.until(counts -> counts.accepted() == 1);
            CompletableFuture<Boolean> stopped = server.stop(60 * SECOND).toCompletableFuture();
            CompletableFuture<Boolean> closed = loop.net.close(60 * SECOND).toCompletableFuture();
            TcpServer late = loop.listening(SETTINGS, Stubborn::new);
            client.getOutputStream().write('x');
            assertEquals('x', client.getInputStream().read());
            client.close();
            assertTrue(stopped.get(20, TimeUnit.SECONDS));
            assertTrue(closed.get(20, TimeUnit.SECONDS));
            assertTrue(loop.net.events().awaitRest(20, TimeUnit.SECONDS));
            assertThrows(
                    IOException.class, () -> RunningLoop.dial(late.address()).close());
        }
    }

    @Test
    void ofTwoStopsTheShorterCounts() throws Exception {
        TcpServer server = loop.listening(SETTINGS, Stubborn::new);
        try (Socket client = RunningLoop.dial(server.address())) {
            loop.until(counts -> counts.accepted() == 1);
            CompletableFuture<Boolean> stopped = server.stop(60 * SECOND).toCompletableFuture();
            loop.onLoop(() -> null);
            assertFalse(stopped.isDone());
            server.stop(0);
            assertFalse(stopped.get(20, TimeUnit.SECONDS));
            assertThrows(IOException.class, () -> {
                if (client.getInputStream().read() < 0) throw new java.io.EOFException();
            });
        }
    }
}
