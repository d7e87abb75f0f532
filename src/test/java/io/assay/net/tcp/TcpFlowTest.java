package io.assay.net.tcp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What flows when one side is slower than the other: marks, limits, pauses, and what both cost at most. */
@Timeout(60)
class TcpFlowTest {
    private static final TcpSettings SETTINGS = TcpSettings.DEFAULT;

    private final RunningLoop loop = new RunningLoop();
    private final Recorder recorder = new Recorder();

    @AfterEach
    void nothingIsLeft() throws Exception {
        loop.close();
    }

    @Test
    void aPeerThatDoesNotReadStopsTheReading() throws Exception {
        byte[] block = new byte[256 << 10];
        TcpSettings tight = SETTINGS.withWater(16 << 10, 64 << 10, 1 << 20);
        try (Socket client = RunningLoop.dial(loop.listen(tight, () -> recorder))) {
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
                for (int i = 0; i < 64; i++) RunningLoop.send(client, block);
            });
            TcpConnection connection = recorder.opened.get(20, TimeUnit.SECONDS);
            // Socket buffers full, the mark passed: nothing moves until the client reads.
            while (loop.onLoop(connection::writable)) {
                assertFalse(writing.isDone());
            }
            assertTrue(
                    loop.onLoop(connection::pendingOutput) <= (64 << 10) + (64 << 10),
                    "at most one read above the mark");
            assertEquals(64L * block.length, client.getInputStream().readNBytes(64 * block.length).length);
            writing.get(20, TimeUnit.SECONDS);
        }
        recorder.closed.get(20, TimeUnit.SECONDS);
        assertTrue(recorder.calls.contains("writable"));
    }

    @Test
    void aHandlerThatDoesNotHeedTheMarkLosesTheConnection() throws Exception {
        try (Socket client = RunningLoop.dial(loop.listen(SETTINGS, () -> recorder))) {
            TcpConnection connection = recorder.opened.get(20, TimeUnit.SECONDS);
            loop.onLoop(() -> {
                while (connection.isOpen()) connection.write(new byte[1 << 20]);
                return null;
            });
            assertInstanceOf(TcpLimitException.class, recorder.closed.get(20, TimeUnit.SECONDS));
            assertEquals(1, loop.net.counts().failed());
            assertTrue(client.isConnected());
        }
    }

    @Test
    void inputThatIsLeftComesAgainUpToTheLimit() throws Exception {
        List<Integer> lengths = new ArrayList<>();
        Recorder patient = new Recorder() {
            @Override
            public int received(TcpConnection connection, byte[] bytes, int from, int to) {
                lengths.add(to - from);
                if (to - from < 10 || bytes[from] == 'a') return 0;
                super.received(connection, bytes, from, from + 10);
                return 10;
            }
        };
        try (Socket client = RunningLoop.dial(loop.listen(SETTINGS.withMaxInput(50), () -> patient))) {
            client.getOutputStream().write("12345".getBytes());
            loop.until(counts -> counts.bytesRead() == 5);
            client.getOutputStream().write("67890abc".getBytes());
            assertEquals("1234567890", new String(client.getInputStream().readNBytes(10)));
            assertEquals(List.of(5, 13), lengths);
            client.getOutputStream().write("de".getBytes());
            loop.until(counts -> counts.bytesRead() == 15);
            client.getOutputStream().write(new byte[44]);
            loop.until(counts -> counts.bytesRead() == 59);
            assertFalse(patient.closed.isDone(), "not as many as may be left");
            client.getOutputStream().write(new byte[200]);
            assertInstanceOf(TcpLimitException.class, patient.closed.get(20, TimeUnit.SECONDS));
            assertTrue(lengths.stream().allMatch(length -> length <= 50), lengths::toString);
        }
    }

    @Test
    void aPausedConnectionIsNotReadAndGoesOnWhereItWas() throws Exception {
        Recorder pausing = new Recorder() {
            @Override
            public int received(TcpConnection connection, byte[] bytes, int from, int to) {
                super.received(connection, bytes, from, from + 1);
                connection.pauseReading();
                return 1;
            }
        };
        try (Socket client = RunningLoop.dial(loop.listen(SETTINGS, () -> pausing))) {
            client.getOutputStream().write("abc".getBytes());
            TcpConnection connection = pausing.opened.get(20, TimeUnit.SECONDS);
            for (char c = 'a'; c <= 'c'; c++) {
                assertEquals(c, client.getInputStream().read());
                loop.onLoop(() -> {
                    connection.resumeReading();
                    return null;
                });
            }
        }
    }

    @Test
    void anotherHandlerTakesOver() throws Exception {
        Recorder first = new Recorder() {
            @Override
            public int received(TcpConnection connection, byte[] bytes, int from, int to) {
                connection.handler(recorder);
                return 2;
            }
        };
        try (Socket client = RunningLoop.dial(loop.listen(SETTINGS, () -> first))) {
            client.getOutputStream().write("xxabc".getBytes());
            assertEquals("abc", new String(client.getInputStream().readNBytes(3)));
        }
        recorder.closed.get(20, TimeUnit.SECONDS);
    }

    @Test
    void aHandlerMayCloseWhileItHasInputThatWasLeft() throws Exception {
        Recorder curt = new Recorder() {
            @Override
            public int received(TcpConnection connection, byte[] bytes, int from, int to) {
                if (to - from < 6) return 0;
                connection.write(bytes, from, to);
                connection.close();
                return to - from;
            }
        };
        try (Socket client = RunningLoop.dial(loop.listen(SETTINGS, () -> curt))) {
            client.getOutputStream().write("abc".getBytes());
            loop.until(counts -> counts.bytesRead() == 3);
            client.getOutputStream().write("def".getBytes());
            assertArrayEquals("abcdef".getBytes(), client.getInputStream().readAllBytes());
        }
        assertNull(curt.closed.get(20, TimeUnit.SECONDS));
        assertEquals(List.of(), loop.reported());
    }

    @Test
    void manySlowReadersCostNoMoreThanTheirMarks() throws Exception {
        int high = 64 << 10;
        int most = high + (64 << 10) + 2 * ChunkPool.CHUNK;
        InetSocketAddress address = loop.listen(SETTINGS.withWater(16 << 10, high, 1 << 20), Recorder::new);
        byte[] block = new byte[1 << 20];
        List<Socket> clients = new ArrayList<>();
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                Socket client = RunningLoop.dial(address);
                clients.add(client);
                writers.add(CompletableFuture.runAsync(() -> {
                    for (int n = 0; n < 24; n++) RunningLoop.send(client, block);
                }));
            }
            loop.until(counts -> {
                assertTrue(counts.bufferBytes() <= 4L * most, counts::toString);
                return counts.bufferBytes() >= 2L * high;
            });
            for (Socket client : clients) {
                assertEquals(24 << 20, client.getInputStream().readNBytes(24 << 20).length);
                assertTrue(loop.net.counts().bufferBytes() <= 4L * most);
            }
            for (CompletableFuture<Void> writer : writers) writer.get(20, TimeUnit.SECONDS);
        } finally {
            for (Socket client : clients) client.close();
        }
        loop.until(counts -> counts.open() == 0);
        assertEquals(0, loop.net.counts().bufferBytes());
    }
}
