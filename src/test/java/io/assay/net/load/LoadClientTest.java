package io.assay.net.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.net.tcp.RunningLoop;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client against servers of a few lines, most of which do something wrong. */
class LoadClientTest {
    private static final byte[] REQUEST = "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final String RIGHT = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    /** For answers that never come; whoever waits for one that does has as long as in a run. */
    private static final long SHORT = TimeUnit.MILLISECONDS.toNanos(250);

    private static final long LONG = TimeUnit.SECONDS.toNanos(40);

    @Test
    void everyAnswerIsCountedOnce() throws Exception {
        try (Scripted server = new Scripted(number -> RIGHT);
                LoadClient client = server.client(2)) {
            client.answers(50);
            client.answers(7);
            // One more may come together with the last; then two are under way. The second call does not count it
            // again.
            assertTrue(client.answered() >= 57 && client.answered() <= 58, () -> "" + client.answered());
            client.drain();
            assertTrue(client.answered() <= 60, () -> "" + client.answered());
            assertEquals(client.answered(), server.requests());
        }
    }

    @Test
    void noMoreIsSentThanTheLimit() throws Exception {
        try (Scripted server = new Scripted(number -> RIGHT);
                LoadClient client = server.client(3);
                LoadClient none = server.impatient(1, SHORT)) {
            client.limit(10);
            client.answers(10);
            client.drain();
            assertEquals(10, client.answered());
            none.limit(0);
            assertThrows(WrongAnswerException.class, () -> none.answers(1));
            assertEquals(10, server.requests());
        }
    }

    @Test
    void answersMayChangeTheirShape() throws Exception {
        String[] shapes = {
            RIGHT,
            "HTTP/1.1 200 OK\r\ncontent-length:2\r\nServer: x\r\n\r\nok",
            "HTTP/1.1 200 Fine\r\nX: y\r\nCONTENT-LENGTH: 002\r\n\r\nok",
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\no|k"
        };
        try (Scripted server = new Scripted(number -> shapes[number % shapes.length]);
                LoadClient client = server.client(1)) {
            client.answers(20);
            assertEquals(20, client.answered());
        }
    }

    @Test
    void anAnswerMayComeInPieces() throws Exception {
        StringBuilder pieces = new StringBuilder();
        RIGHT.chars().forEach(c -> pieces.append((char) c).append('|'));
        try (Scripted server = new Scripted(number -> pieces.toString());
                LoadClient client = server.client(1)) {
            client.answers(3);
            assertEquals(3, client.answered());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 500 No\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nno",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\no",
                "HTTP/1.1 200 OK\r\n\r\nok",
                "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok",
                RIGHT + RIGHT
            })
    void aWrongAnswerFails(String wrong) throws Exception {
        try (Scripted server = new Scripted(number -> number == 3 ? wrong : RIGHT);
                LoadClient client = server.client(1)) {
            assertThrows(WrongAnswerException.class, () -> client.answers(10));
        }
    }

    @Test
    void aLostAnswerFailsWhileOthersGoOn() throws Exception {
        // Only the connection that has no answer any more stands still; the drain finds it.
        String said = lost(SHORT);
        // A machine that stands still for so long has lost others too: it is given more time.
        for (long more = SHORT * 5; more < LONG && !said.startsWith("1 of "); more *= 5) said = lost(more);
        assertTrue(said.startsWith("1 of "), said);
    }

    private static String lost(long patience) throws Exception {
        try (Scripted server = new Scripted(number -> number == 5 ? "" : RIGHT);
                LoadClient client = server.impatient(2, patience)) {
            try {
                client.answers(20);
            } catch (WrongAnswerException others) {
                return "others too: " + others.getMessage();
            }
            return assertThrows(WrongAnswerException.class, client::drain).getMessage();
        }
    }

    @Test
    void aServerThatFallsSilentFails() throws Exception {
        try (Scripted server = new Scripted(number -> number < 3 ? RIGHT : "");
                LoadClient client = server.impatient(2, SHORT)) {
            assertThrows(WrongAnswerException.class, () -> client.answers(20));
        }
        try (Scripted server = new Scripted(number -> number < 3 ? RIGHT : "");
                LoadClient client = server.impatient(2, SHORT)) {
            assertThrows(WrongAnswerException.class, () -> client.arrivals(20, 1_000, latency -> {}));
        }
    }

    @Test
    void aConnectionThatEndsFails() throws Exception {
        try (Scripted server = new Scripted(number -> number == 2 ? null : RIGHT);
                LoadClient client = server.client(1)) {
            RuntimeException thrown = assertThrows(RuntimeException.class, () -> client.answers(20));
            assertTrue(thrown.getMessage().contains("request 2"), thrown.getMessage());
        }
    }

    @Test
    void nobodyListensFails() throws Exception {
        try (Socket held = RunningLoop.held()) {
            InetSocketAddress nobody = (InetSocketAddress) held.getLocalSocketAddress();
            UncheckedIOException thrown =
                    assertThrows(UncheckedIOException.class, () -> new LoadClient(nobody, 3, exchanges()));
            assertTrue(thrown.getMessage().startsWith("only 0 of 3 connections"), thrown.getMessage());
        }
    }

    /** The server stands still for 20 ms behind the third request: whoever was to be sent meanwhile is late, not left out. */
    @Test
    void aStallCountsForAllWhomItKeptWaiting() throws Exception {
        List<Long> latencies = new ArrayList<>();
        try (Scripted server = new Scripted(number -> {
                    long start = System.nanoTime();
                    while (number == 3 && System.nanoTime() - start < 20_000_000) Thread.onSpinWait();
                    return RIGHT;
                });
                LoadClient client = server.client(1)) {
            client.arrivals(40, 1_000_000, latencies::add);
            client.drain();
        }
        assertEquals(40, latencies.size());
        long late = latencies.stream().filter(latency -> latency > 5_000_000).count();
        assertTrue(late >= 14, () -> late + " of " + latencies);
    }

    private static Exchanges exchanges() {
        return Exchanges.same(REQUEST, "ok".getBytes(StandardCharsets.US_ASCII));
    }

    private interface Script {
        /** What is answered to a request; pieces are divided by bars, null ends the connection, nothing is no answer. */
        String answer(int number);
    }

    /** Answers each request of its connections by what a script says, in the order in which they come. */
    private static final class Scripted implements AutoCloseable {
        private final ServerSocket listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        private final List<Socket> open = new ArrayList<>();
        private final Script script;
        private int requests;

        Scripted(Script script) throws IOException {
            this.script = script;
            start(this::accept);
        }

        LoadClient client(int connections) {
            return new LoadClient(address(), connections, exchanges());
        }

        LoadClient impatient(int connections, long patience) {
            return new LoadClient(address(), connections, exchanges(), patience);
        }

        private InetSocketAddress address() {
            return new InetSocketAddress(listening.getInetAddress(), listening.getLocalPort());
        }

        synchronized int requests() {
            return requests;
        }

        private void accept() throws IOException {
            while (true) {
                Socket socket = listening.accept();
                socket.setTcpNoDelay(true);
                synchronized (this) {
                    open.add(socket);
                }
                start(() -> serve(socket));
            }
        }

        private void serve(Socket socket) throws IOException {
            InputStream in = socket.getInputStream();
            OutputStream out = socket.getOutputStream();
            while (in.readNBytes(REQUEST.length).length == REQUEST.length) {
                String answer;
                synchronized (this) {
                    answer = script.answer(requests++);
                }
                if (answer == null) {
                    socket.close();
                    return;
                }
                for (String piece : answer.split("\\|")) {
                    out.write(piece.getBytes(StandardCharsets.ISO_8859_1));
                }
            }
        }

        private interface Blocking {
            void run() throws IOException;
        }

        private static void start(Blocking action) {
            Thread thread = new Thread(() -> {
                try {
                    action.run();
                } catch (IOException closed) {
                    // The test is over: its sockets were closed.
                    return;
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public synchronized void close() throws IOException {
            listening.close();
            for (Socket socket : open) socket.close();
        }
    }
}
