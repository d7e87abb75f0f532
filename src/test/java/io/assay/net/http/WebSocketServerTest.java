package io.assay.net.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.net.tcp.RunningLoop;
import io.assay.net.tcp.TcpServer;
import io.assay.net.tcp.TcpSettings;
import io.assay.net.websocket.FrameEncoder;
import io.assay.net.websocket.Opcode;
import io.assay.net.websocket.WebSocketLimits;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket.Listener;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An echoing endpoint, spoken to by the JDK's client and by bytes. */
@Timeout(60)
class WebSocketServerTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final String REQUEST =
            "GET /echo HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";

    private final RunningLoop loop = new RunningLoop();
    private final BlockingQueue<Integer> closed = new LinkedBlockingQueue<>();
    private final BlockingQueue<WebSocket> opened = new LinkedBlockingQueue<>();
    private TcpServer server;
    private InetSocketAddress address;

    private final class Echo implements WebSocketHandler {
        @Override
        public void opened(WebSocket socket) {
            opened.add(socket);
        }

        @Override
        public void text(WebSocket socket, byte[] bytes, int from, int to) {
            socket.send(true, Opcode.TEXT, bytes, from, to);
        }

        @Override
        public void binary(WebSocket socket, byte[] bytes, int from, int to) {
            socket.binary(bytes, from, to);
        }

        @Override
        public void closed(WebSocket socket, int code) {
            closed.add(code);
        }
    }

    @BeforeEach
    void serve() throws Exception {
        HttpServer http = HttpServer.builder()
                .settings(HttpSettings.DEFAULT
                        .withWebSocket(new WebSocketLimits(200_000, 300_000, 100))
                        .withTcp(TcpSettings.DEFAULT.withWater(16 << 10, 64 << 10, 8 << 20)))
                .webSocket("/echo", Echo::new)
                .webSocket("/broken", () -> {
                    throw new IllegalStateException("planted");
                })
                .build();
        server = http.listen(loop.net, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
        address = server.address();
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        loop.close();
    }

    private RawClient upgraded() throws Exception {
        RawClient client = new RawClient(address);
        client.send(REQUEST);
        RawClient.Response response = client.read();
        assertEquals(101, response.status());
        assertEquals("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", response.field("Sec-WebSocket-Accept"));
        return client;
    }

    static byte[] frame(boolean fin, Opcode opcode, byte[] payload) {
        byte[] out = new byte[payload.length + FrameEncoder.LONGEST_HEAD];
        int end = FrameEncoder.maskedFrame(out, 0, fin, opcode, payload, 0, payload.length, 0x12345678);
        return java.util.Arrays.copyOf(out, end);
    }

    private static byte[] unmasked(Opcode opcode, byte[] payload) {
        byte[] out = new byte[payload.length + FrameEncoder.LONGEST_HEAD];
        return java.util.Arrays.copyOf(out, FrameEncoder.frame(out, 0, true, opcode, payload, 0, payload.length));
    }

    static void assertFrame(RawClient client, Opcode opcode, byte[] payload) throws Exception {
        byte[] wanted = unmasked(opcode, payload);
        assertArrayEquals(wanted, client.bytes(wanted.length));
    }

    /** Collects what the JDK's client receives. */
    private static final class Collected implements Listener {
        final CompletableFuture<byte[]> message = new CompletableFuture<>();
        final CompletableFuture<Integer> code = new CompletableFuture<>();
        private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

        @Override
        public @Nullable CompletionStage<?> onBinary(java.net.http.WebSocket socket, ByteBuffer data, boolean last) {
            byte[] part = new byte[data.remaining()];
            data.get(part);
            parts.writeBytes(part);
            if (last) message.complete(parts.toByteArray());
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(java.net.http.WebSocket socket, int status, String reason) {
            code.complete(status);
            return null;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 64, 1_024, 65_536, 131_072})
    void theJdksClientGetsItsMessagesBack(int size) throws Exception {
        byte[] sent = new byte[size];
        new Random(size).nextBytes(sent);
        Collected collected = new Collected();
        java.net.http.WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + address.getPort() + "/echo"), collected)
                .get(20, TimeUnit.SECONDS);
        // In fragments of 4 KB.
        for (int at = 0; at == 0 || at < size; at += 4_096) {
            int end = Math.min(size, at + 4_096);
            socket.sendBinary(ByteBuffer.wrap(sent, at, end - at), end == size).get(20, TimeUnit.SECONDS);
        }
        assertArrayEquals(sent, collected.message.get(20, TimeUnit.SECONDS));
        socket.sendClose(1000, "done").get(20, TimeUnit.SECONDS);
        assertEquals(1000, collected.code.get(20, TimeUnit.SECONDS));
        assertEquals(1000, closed.poll(20, TimeUnit.SECONDS));
    }

    @Test
    void framesBehindTheRequestAreHeard() throws Exception {
        try (RawClient client = new RawClient(address)) {
            byte[] frame = frame(true, Opcode.TEXT, "early".getBytes());
            ByteArrayOutputStream both = new ByteArrayOutputStream();
            both.writeBytes(REQUEST.getBytes());
            both.writeBytes(frame);
            client.send(both.toByteArray());
            assertEquals(101, client.read().status());
            assertFrame(client, Opcode.TEXT, "early".getBytes());
        }
        assertEquals(1006, closed.poll(20, TimeUnit.SECONDS));
    }

    @Test
    void badFramesBehindTheRequestAreAnsweredInOrderToo() throws Exception {
        try (RawClient client = new RawClient(address)) {
            client.send(REQUEST + "\u0081\u0001a");
            assertEquals(101, client.read().status());
            assertFrame(client, Opcode.CLOSE, FrameEncoder.closePayload(1002, ""));
            assertTrue(client.atEnd());
        }
        assertEquals(1002, closed.poll(20, TimeUnit.SECONDS));
        assertTrue(loop.reported().isEmpty());
    }

    @Test
    void aMessageThatDoesNotEndLeavesNothing() throws Exception {
        try (RawClient client = upgraded()) {
            client.send(frame(false, Opcode.BINARY, new byte[1_000]));
            loop.until(counts -> counts.bytesRead() == REQUEST.length() + 1_008 && counts.buffers() == 1);
        }
        assertEquals(1006, closed.poll(20, TimeUnit.SECONDS));
        assertEquals(0, loop.net.counts().buffers());
    }

    @Test
    void controlFramesInAFragmentedMessage() throws Exception {
        try (RawClient client = upgraded()) {
            client.send(frame(false, Opcode.TEXT, "ab".getBytes()));
            client.send(frame(true, Opcode.PING, "?".getBytes()));
            assertFrame(client, Opcode.PONG, "?".getBytes());
            client.send(frame(true, Opcode.CONTINUATION, "cd".getBytes()));
            assertFrame(client, Opcode.TEXT, "abcd".getBytes());
            client.send(frame(true, Opcode.CLOSE, FrameEncoder.closePayload(4000, "why")));
            assertFrame(client, Opcode.CLOSE, FrameEncoder.closePayload(4000, ""));
            assertTrue(client.atEnd());
        }
        assertEquals(4000, closed.poll(20, TimeUnit.SECONDS));
    }

    @ParameterizedTest
    @CsvSource({
        "1002, 810161", // not masked
        "1002, c18000000000", // a reserved bit
        "1002, 838000000000", // a reserved opcode
        "1002, 808000000000", // nothing to continue
        "1002, 89fe", // a long ping
        "1007, 818100000000ff", // no UTF-8
        "1009, 82ff0000000000ffffff00000000", // a long frame
    })
    void badFramesAreAnsweredByTheirCode(int code, String hex) throws Exception {
        try (RawClient client = upgraded()) {
            client.send(java.util.HexFormat.of().parseHex(hex));
            assertFrame(client, Opcode.CLOSE, FrameEncoder.closePayload(code, ""));
            assertTrue(client.atEnd());
        }
        assertEquals(code, closed.poll(20, TimeUnit.SECONDS));
    }

    @Test
    void aFloodOfFragmentsEnds() throws Exception {
        try (RawClient client = upgraded()) {
            client.send(frame(false, Opcode.TEXT, new byte[0]));
            byte[] empty = frame(false, Opcode.CONTINUATION, new byte[0]);
            for (int i = 0; i < 100; i++) client.send(empty);
            assertFrame(client, Opcode.CLOSE, FrameEncoder.closePayload(1009, ""));
        }
        assertEquals(1009, closed.poll(20, TimeUnit.SECONDS));
    }

    @Test
    void aClientThatDoesNotReadCannotMakeTheServerHoldItsEchoes() throws Exception {
        int count = 400;
        byte[] payload = new byte[50_000];
        byte[] frame = frame(true, Opcode.BINARY, payload);
        try (RawClient client = upgraded()) {
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
                try {
                    for (int i = 0; i < count; i++) client.send(frame);
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            WebSocket socket = opened.poll(20, TimeUnit.SECONDS);
            while (loop.onLoop(socket::writable)) {
                // Until the socket buffers are full and the mark is passed.
            }
            for (int i = 0; i < count; i++) assertFrame(client, Opcode.BINARY, payload);
            sending.get(20, TimeUnit.SECONDS);
        }
        closed.poll(20, TimeUnit.SECONDS);
        assertEquals(0, loop.net.counts().failed());
    }

    @ParameterizedTest
    @CsvSource({
        "426, Upgrade: websocket, Upgrade: h2c",
        "426, Version: 13, Version: 12",
        "400, dGhlIHNhbXBsZSBub25jZQ==, x"
    })
    void whatIsNoHandshakeIsRefusedAndTheConnectionGoesOn(int status, String from, String to) throws Exception {
        try (RawClient client = new RawClient(address)) {
            client.send(REQUEST.replace(from, to));
            RawClient.Response response = client.read();
            assertEquals(status, response.status());
            if (status == 426) {
                assertEquals("13", response.field("Sec-WebSocket-Version"));
                assertEquals("websocket", response.field("Upgrade"));
                assertEquals("Upgrade", response.field("Connection"));
            }
            client.send(REQUEST);
            assertEquals(101, client.read().status());
        }
    }

    @Test
    void aSilentClientIsAskedAndThenLeft() throws Exception {
        try (RawClient client = upgraded()) {
            opened.poll(20, TimeUnit.SECONDS);
            loop.advance(61 * SECOND);
            assertFrame(client, Opcode.PING, new byte[0]);
            // It has the idle time for its answer.
            loop.advance(50 * SECOND);
            assertEquals(0, loop.net.counts().closed());
            client.send(frame(true, Opcode.PONG, new byte[0]));
            loop.until(counts -> counts.bytesRead() == REQUEST.length() + 6);
            loop.advance(61 * SECOND);
            assertFrame(client, Opcode.PING, new byte[0]);
            assertEquals(0, loop.net.counts().closed());
            loop.advance(61 * SECOND);
            assertEquals(1006, closed.poll(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void aStopSaysThatItGoesAway() throws Exception {
        try (RawClient client = upgraded()) {
            opened.poll(20, TimeUnit.SECONDS);
            CompletableFuture<Boolean> stopped = server.stop(60 * SECOND).toCompletableFuture();
            assertFrame(client, Opcode.CLOSE, FrameEncoder.closePayload(1001, ""));
            client.send(frame(true, Opcode.TEXT, "too late".getBytes()));
            client.send(frame(true, Opcode.CLOSE, FrameEncoder.closePayload(1001, "")));
            assertTrue(client.atEnd());
            client.close();
            assertTrue(stopped.get(20, TimeUnit.SECONDS));
            assertEquals(1001, closed.poll(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void anotherMethodIsToldWhichOneIsAllowed() throws Exception {
        try (RawClient client = new RawClient(address)) {
            client.send(REQUEST.replace("GET", "HEAD"));
            RawClient.Response response = client.read(true);
            assertEquals(405, response.status());
            assertEquals("GET", response.field("Allow"));
        }
    }

    @Test
    void anEndpointWithoutAHandlerIsAServersError() throws Exception {
        try (RawClient client = new RawClient(address)) {
            client.send(REQUEST.replace("/echo", "/broken"));
            assertEquals(500, client.read().status());
            client.send(REQUEST);
            assertEquals(101, client.read().status());
        }
        assertEquals("planted", loop.reported().get(0).getMessage());
    }

    @Test
    void whoOpensWhileItStopsIsToldToo() throws Exception {
        try (RawClient client = new RawClient(address)) {
            client.send(REQUEST.substring(0, 20));
            loop.until(counts -> counts.bytesRead() == 20);
            CompletableFuture<Boolean> stopped = server.stop(60 * SECOND).toCompletableFuture();
            loop.onLoop(() -> null);
            client.send(REQUEST.substring(20));
            assertEquals(101, client.read().status());
            assertFrame(client, Opcode.CLOSE, FrameEncoder.closePayload(1001, ""));
            client.send(frame(true, Opcode.CLOSE, FrameEncoder.closePayload(1001, "")));
            assertTrue(client.atEnd());
            client.close();
            assertTrue(stopped.get(20, TimeUnit.SECONDS));
        }
    }
}
