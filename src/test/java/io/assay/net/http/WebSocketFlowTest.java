package io.assay.net.http;

import static io.assay.net.http.WebSocketServerTest.assertFrame;
import static io.assay.net.http.WebSocketServerTest.frame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.net.tcp.RunningLoop;
import io.assay.net.tcp.TcpSettings;
import io.assay.net.websocket.CloseCode;
import io.assay.net.websocket.FrameEncoder;
import io.assay.net.websocket.Opcode;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a handler of a WebSocket is told, and when: around the high-water mark, and behind its own close. */
@Timeout(60)
class WebSocketFlowTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final int HIGH = 300;

    private final RunningLoop loop = new RunningLoop();
    private final BlockingQueue<String> calls = new LinkedBlockingQueue<>();
    private final BlockingQueue<WebSocket> opened = new LinkedBlockingQueue<>();
    private RawClient client;
    private WebSocket socket;

    /** Writes its calls down, and answers an x by more than the mark. */
    private final class Flooding implements WebSocketHandler {
        @Override
        public void opened(WebSocket self) {
            opened.add(self);
        }

        @Override
        public void text(WebSocket self, byte[] bytes, int from, int to) {
            heard("text", self, bytes, from);
        }

        @Override
        public void binary(WebSocket self, byte[] bytes, int from, int to) {
            heard("binary", self, bytes, from);
        }

        @Override
        public void pong(WebSocket self, byte[] bytes, int from, int to) {
            heard("pong", self, bytes, from);
        }

        private void heard(String what, WebSocket self, byte[] bytes, int from) {
            if (bytes[from] == 'x') self.text("z".repeat(HIGH));
            calls.add(what + " " + self.writable());
        }

        @Override
        public void writable(WebSocket self) {
            calls.add("writable " + self.writable());
        }

        @Override
        public void closed(WebSocket self, int code) {
            calls.add("closed " + code);
        }
    }

    @BeforeEach
    void open() throws Exception {
        InetSocketAddress address = HttpServer.builder()
                .settings(HttpSettings.DEFAULT.withTcp(TcpSettings.DEFAULT.withWater(0, HIGH, 1 << 20)))
                .webSocket("/", Flooding::new)
                .build()
                .listen(loop.net, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS)
                .address();
        client = new RawClient(address);
        client.send("GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");
        assertEquals(101, client.read().status());
        socket = opened.poll(20, TimeUnit.SECONDS);
        assertNotNull(socket);
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        client.close();
        loop.close();
    }

    private void assertCalls(String... expected) throws Exception {
        for (String call : expected) assertEquals(call, calls.poll(20, TimeUnit.SECONDS));
    }

    private void sendTogether(byte[]... frames) throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] frame : frames) all.writeBytes(frame);
        client.send(all.toByteArray());
    }

    @ParameterizedTest
    @EnumSource(
            value = Opcode.class,
            names = {"TEXT", "BINARY", "PONG"})
    void whatComesBehindALargeAnswerWaitsUntilThatIsTaken(Opcode opcode) throws Exception {
        String name = opcode.name().toLowerCase(java.util.Locale.ROOT);
        byte[] asking = frame(true, opcode, "x".getBytes());
        sendTogether(asking, asking, frame(true, opcode, "y".getBytes()));
        assertCalls(name + " false", "writable true", name + " false", "writable true", name + " true");
        assertFrame(client, Opcode.TEXT, "z".repeat(HIGH).getBytes());
        assertFrame(client, Opcode.TEXT, "z".repeat(HIGH).getBytes());
    }

    @Test
    void whatComesBehindManyPingsWaitsUntilTheirAnswersAreTaken() throws Exception {
        byte[] ping = frame(true, Opcode.PING, new byte[125]);
        sendTogether(ping, ping, ping, frame(true, Opcode.TEXT, "y".getBytes()));
        assertCalls("writable true", "text true");
        for (int i = 0; i < 3; i++) assertFrame(client, Opcode.PONG, new byte[125]);
    }

    @Test
    void behindItsOwnCloseAHandlerIsToldTheEndAlone() throws Exception {
        assertTrue(loop.onLoop(socket::writable));
        loop.onLoop(() -> {
            socket.close(CloseCode.NORMAL, "");
            return null;
        });
        assertFalse(loop.onLoop(socket::writable));
        byte[] late = "y".getBytes();
        sendTogether(
                frame(true, Opcode.TEXT, late),
                frame(true, Opcode.BINARY, late),
                frame(true, Opcode.PONG, late),
                frame(true, Opcode.CLOSE, FrameEncoder.closePayload(CloseCode.NORMAL, "")));
        assertFrame(client, Opcode.CLOSE, FrameEncoder.closePayload(CloseCode.NORMAL, ""));
        assertTrue(client.atEnd());
        client.close();
        assertCalls("closed 1000");
    }

    @Test
    void whoDoesNotAnswerACloseIsLeftAfterAWhile() throws Exception {
        loop.onLoop(() -> {
            socket.close(CloseCode.NORMAL, "");
            return null;
        });
        assertFrame(client, Opcode.CLOSE, FrameEncoder.closePayload(CloseCode.NORMAL, ""));
        loop.advance(4 * SECOND);
        assertEquals(0, loop.net.counts().timedOut());
        loop.advance(2 * SECOND);
        assertEquals(1, loop.net.counts().timedOut());
        assertTrue(client.atEnd());
        client.close();
        assertCalls("closed 1006");
    }
}
