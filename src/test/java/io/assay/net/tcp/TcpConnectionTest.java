package io.assay.net.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.channels.SelectionKey;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;

/** What a connection tells of itself, and what is left of it when it has ended. */
@Timeout(60)
class TcpConnectionTest {
    private static final TcpSettings SETTINGS = TcpSettings.DEFAULT.withWater(50, 100, 1_000);
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final RunningLoop loop = new RunningLoop();

    @AfterEach
    void nothingIsLeft() throws Exception {
        loop.close();
    }

    /** Leaves all input for later. */
    private static final class Leaving extends Recorder {
        @Override
        public int received(TcpConnection connection, byte[] bytes, int from, int to) {
            return 0;
        }
    }

    @Test
    void countsAreExactBetweenTwoRoundsOfTheLoop() throws Exception {
        Leaving handler = new Leaving();
        try (Socket client = RunningLoop.dial(loop.listen(SETTINGS, () -> handler))) {
            TcpConnection connection = handler.opened.get(20, TimeUnit.SECONDS);
            client.getOutputStream().write(new byte[7]);
            loop.until(counts -> counts.bytesRead() == 7);
            loop.onLoop(() -> {
                assertEquals(7, connection.unread());
                assertEquals(0, connection.pendingOutput());
                assertEquals(1_000, connection.room());
                // Not called by the loop, so it goes out at the round's end.
                connection.write(new byte[3], 3, 3);
                assertEquals(0, connection.pendingOutput(), "nothing was written");
                connection.write(new byte[100]);
                assertEquals(100, connection.pendingOutput());
                assertEquals(900, connection.room());
                assertTrue(connection.writable(), "at the high mark, not above");
                connection.write(new byte[1]);
                assertFalse(connection.writable());
                connection.write(new byte[899]);
                assertEquals(0, connection.room());
                assertTrue(connection.isOpen(), "at the limit, not above");
                return null;
            });
            assertEquals(1_000, client.getInputStream().readNBytes(1_000).length);
            loop.until(counts -> counts.bytesWritten() == 1_000);
            assertEquals(true, loop.onLoop(connection::writable));
            assertEquals(client.getLocalSocketAddress(), loop.onLoop(connection::remoteAddress));
            assertSame(loop.net, connection.loop());
            connection.attach("mine");
            assertEquals("mine", connection.attachment());
        }
    }

    @Test
    void whatHasEndedTakesNothingAndHasNoAddress() throws Exception {
        Leaving handler = new Leaving();
        try (Socket client = RunningLoop.dial(loop.listen(SETTINGS, () -> handler))) {
            TcpConnection connection = handler.opened.get(20, TimeUnit.SECONDS);
            loop.onLoop(() -> {
                connection.write(new byte[10]);
                connection.abort();
                connection.write(new byte[10]);
                assertEquals(0, connection.pendingOutput());
                assertFalse(connection.writable());
                assertFalse(connection.isOpen());
                assertNull(connection.remoteAddress());
                assertEquals(Long.MAX_VALUE, connection.due());
                return null;
            });
            assertNull(handler.closed.get(20, TimeUnit.SECONDS));
            assertEquals(0, readable(client), "what was not sent is lost");
        }
    }

    @Test
    void otherThreadsAreRefusedAndChangeNothing() throws Exception {
        Recorder handler = new Recorder();
        try (Socket client = RunningLoop.dial(loop.listen(SETTINGS, () -> handler))) {
            TcpConnection connection = handler.opened.get(20, TimeUnit.SECONDS);
            refused(() -> connection.write(new byte[1]));
            refused(connection::pauseReading);
            refused(connection::resumeReading);
            refused(() -> connection.deadlineIn(1));
            refused(() -> connection.handler(new Leaving()));
            refused(connection::close);
            refused(connection::abort);
            client.getOutputStream().write('x');
            assertEquals('x', client.getInputStream().read());
            assertEquals(true, loop.onLoop(connection::isOpen));
        }
    }

    private static void refused(Executable call) {
        assertThrows(IllegalStateException.class, call);
    }

    @Test
    void rangesOutsideOfTheArrayAreRefused() throws Exception {
        Recorder handler = new Recorder();
        try (Socket client = RunningLoop.dial(loop.listen(SETTINGS, () -> handler))) {
            TcpConnection connection = handler.opened.get(20, TimeUnit.SECONDS);
            loop.run(() -> {
                assertThrows(IndexOutOfBoundsException.class, () -> connection.write(new byte[3], 3, 1));
                assertThrows(IndexOutOfBoundsException.class, () -> connection.write(new byte[3], 2, 4));
                assertEquals(0, connection.pendingOutput());
                assertTrue(connection.isOpen());
            });
            assertTrue(client.isConnected());
        }
    }

    @Test
    void whatIsWrittenOutsideOfHandlersGoesOutWithTheRoundEachTime() throws Exception {
        Recorder handler = new Recorder();
        try (Socket client = RunningLoop.dial(loop.listen(SETTINGS, () -> handler))) {
            TcpConnection connection = handler.opened.get(20, TimeUnit.SECONDS);
            for (int i = 0; i < 5; i++) {
                loop.run(() -> connection.write(new byte[2]));
                assertEquals(0, loop.onLoop(connection::pendingOutput));
            }
            assertEquals(10, client.getInputStream().readNBytes(10).length);
        }
    }

    @Test
    void whatAHandlerWritesGoesOutWhenItReturns() throws Exception {
        CompletableFuture<Long> pending = new CompletableFuture<>();
        Recorder handler = new Recorder() {
            @Override
            public int received(TcpConnection connection, byte[] bytes, int from, int to) {
                connection.write(new byte[10]);
                connection.close();
                pending.complete(connection.pendingOutput());
                return to - from;
            }
        };
        try (Socket client = RunningLoop.dial(loop.listen(SETTINGS, () -> handler))) {
            client.getOutputStream().write('x');
            assertEquals(10, client.getInputStream().readAllBytes().length);
            assertEquals(10, pending.get(20, TimeUnit.SECONDS), "though it was closed behind it");
        }
    }

    private int interest(TcpConnection connection) {
        for (SelectionKey key : loop.net.source.selector.keys())
            if (key.attachment() == connection) return key.interestOps();
        throw new AssertionError("no key");
    }

    @Test
    void theSelectorIsAskedForWhatIsWaitedFor() throws Exception {
        Recorder handler = new Recorder() {
            @Override
            public int received(TcpConnection connection, byte[] bytes, int from, int to) {
                connection.pauseReading();
                connection.write(bytes, from, to);
                connection.resumeReading();
                connection.pauseReading();
                calls.add("interest " + interest(connection));
                return to - from;
            }
        };
        try (Socket client = RunningLoop.dial(loop.listen(SETTINGS, () -> handler))) {
            TcpConnection connection = handler.opened.get(20, TimeUnit.SECONDS);
            client.getOutputStream().write('x');
            assertEquals('x', client.getInputStream().read());
            loop.run(() -> {
                assertEquals(List.of("opened", "interest 0"), handler.calls, "what it writes is tried first");
                connection.resumeReading();
                assertEquals(SelectionKey.OP_READ, interest(connection));
                connection.pauseReading();
                assertEquals(0, interest(connection));
                connection.write(new byte[5]);
                connection.resumeReading();
                assertEquals(SelectionKey.OP_READ, interest(connection), "the round's end will try first");
                connection.write(new byte[96]);
                assertEquals(0, interest(connection) & SelectionKey.OP_READ, "above the high mark");
                // Found ready in the same look as what wrote: no reason to send what more may be written to.
                connection.ready(SelectionKey.OP_READ);
                assertEquals(101, connection.pendingOutput());
            });
            assertEquals(101, client.getInputStream().readNBytes(101).length);
            loop.until(counts -> counts.bytesWritten() == 102);
            loop.run(() -> assertEquals(SelectionKey.OP_READ, interest(connection)));
        }
    }

    @Test
    void aLowMarkOfZeroIsReachedWhenAllIsSent() throws Exception {
        Recorder handler = new Recorder();
        try (Socket client = RunningLoop.dial(loop.listen(SETTINGS.withWater(0, 100, 1_000), () -> handler))) {
            TcpConnection connection = handler.opened.get(20, TimeUnit.SECONDS);
            loop.run(() -> connection.write(new byte[101]));
            assertEquals(101, client.getInputStream().readNBytes(101).length);
            loop.run(() -> assertTrue(connection.writable()));
            loop.run(() -> assertEquals(List.of("opened", "writable"), handler.calls));
        }
    }

    @Test
    void inputThatWasLeftIsGivenUpWithTheClose() throws Exception {
        Leaving handler = new Leaving();
        try (Socket client = RunningLoop.dial(loop.listen(SETTINGS, () -> handler))) {
            TcpConnection connection = handler.opened.get(20, TimeUnit.SECONDS);
            client.getOutputStream().write(new byte[7]);
            loop.until(counts -> counts.bytesRead() == 7);
            loop.run(() -> {
                assertEquals(1, loop.net.counts().buffers());
                connection.close();
                assertEquals(0, loop.net.counts().buffers(), "though it waits for the peer's end");
                assertEquals(0, connection.unread());
            });
            assertFalse(handler.closed.isDone());
        }
    }

    @Test
    void whatIsOnlyReadOrOnlyWrittenIsNotIdle() throws Exception {
        Leaving handler = new Leaving();
        TcpSettings idle = SETTINGS.withTimes(10 * SECOND, 0);
        try (Socket client = RunningLoop.dial(loop.listen(idle, () -> handler))) {
            TcpConnection connection = handler.opened.get(20, TimeUnit.SECONDS);
            loop.advance(9 * SECOND);
            client.getOutputStream().write('x');
            loop.until(counts -> counts.bytesRead() == 1);
            loop.advance(9 * SECOND);
            loop.run(() -> connection.write(new byte[1]));
            assertEquals(0, client.getInputStream().read());
            loop.advance(9 * SECOND);
            assertEquals(0, loop.net.counts().timedOut());
            loop.advance(SECOND + Deadlines.TICK);
            assertEquals(1, loop.net.counts().timedOut());
        }
    }

    @Test
    void tryingToWriteIsNoReasonToWaitForAPeerThatDoesNotRead() throws Exception {
        Recorder handler = new Recorder();
        TcpSettings idle = TcpSettings.DEFAULT.withTimes(10 * SECOND, 0);
        try (Socket client = RunningLoop.dial(loop.listen(idle, () -> handler))) {
            TcpConnection connection = handler.opened.get(20, TimeUnit.SECONDS);
            loop.run(() -> connection.write(new byte[12 << 20]));
            long before;
            do {
                // First, so that a round without progress covers the clock's step.
                before = loop.onLoop(loop.net::counts).bytesWritten();
                loop.advance(SECOND);
                loop.run(() -> connection.write(new byte[1]));
            } while (loop.onLoop(loop.net::counts).bytesWritten() > before);
            loop.advance(9 * SECOND + Deadlines.TICK);
            loop.run(() -> assertEquals(1, loop.net.counts().timedOut()));
            assertTrue(client.isConnected());
        }
    }

    @Test
    void whatAHandlerThrowsWhenItIsToldOfTheEndIsReported() throws Exception {
        Recorder handler = new Recorder() {
            @Override
            public void opened(TcpConnection connection) {
                throw new IllegalStateException("at the start");
            }

            @Override
            public void closed(TcpConnection connection, @Nullable Throwable cause) {
                super.closed(connection, cause);
                throw new IllegalStateException("at the end");
            }
        };
        try (Socket client = RunningLoop.dial(loop.listen(SETTINGS, () -> handler))) {
            Throwable cause = handler.closed.get(20, TimeUnit.SECONDS);
            assertNotNull(cause);
            assertEquals("at the start", cause.getMessage());
            assertEquals(
                    List.of("at the start", "at the end"),
                    loop.reported().stream().map(Throwable::getMessage).toList());
            assertTrue(client.isConnected());
        }
    }

    /** Bytes up to the end, or to the reset that an abort is. */
    private static int readable(Socket client) {
        try {
            return client.getInputStream().readAllBytes().length;
        } catch (IOException reset) {
            return 0;
        }
    }
}
