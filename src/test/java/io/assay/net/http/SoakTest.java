package io.assay.net.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.UnixOperatingSystemMXBean;
import io.assay.http1.Http1Limits;
import io.assay.net.load.LiveHeap;
import io.assay.net.tcp.RunningLoop;
import io.assay.net.tcp.TcpSettings;
import io.assay.net.websocket.CloseCode;
import io.assay.net.websocket.FrameEncoder;
import io.assay.net.websocket.Opcode;
import io.assay.net.websocket.WebSocketLimits;
import io.assay.router.HttpMethod;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Connections of every kind, opened and ended one after another on one server: each answer as it has to be, each count
 * exact, and nothing left of them. {@code -Dassay.net.connections=720000} is two hours' worth at 100 a second.
 */
class SoakTest {
    private static final int CONNECTIONS = Integer.getInteger("assay.net.connections", 1_000);
    private static final long SEED = Long.getLong("assay.net.seed", 13);
    private static final int ROUND = 100;
    private static final int HEAD = 4_000;
    private static final int FRAGMENTS = 50;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final String HOST = " HTTP/1.1\r\nHost: x\r\n";
    private static final String UPGRADE = "GET /ws" + HOST + "Upgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
    private static final byte[] NOTHING = {};

    private enum Visitor {
        POLITE,
        PIPELINING,
        GONE_AT_ONCE,
        RESET_IN_A_HEAD,
        RESET_IN_A_BODY,
        RESET_IN_A_FRAME,
        HUGE_HEAD,
        TALKING,
        BAD_FRAME,
        FLOODING_FRAGMENTS,
        /** Slowloris: a head that never ends. Stays. */
        SLOW_HEAD,
        /** A body that never ends. Stays. */
        SLOW_BODY,
        /** Half-open: one answer, and nothing more is heard of it. Stays. */
        SILENT,
        /** Half-open WebSocket. Stays. */
        SILENT_SOCKET
    }

    private record Staying(Visitor visitor, RawClient client) {}

    private final RunningLoop loop = new RunningLoop();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private final Map<Visitor, Integer> visits = new EnumMap<>(Visitor.class);
    private final List<Staying> staying = new ArrayList<>();
    private final Random random = new Random(SEED);
    private InetSocketAddress address;
    private int requests;
    private int sockets;

    private final class Echo implements WebSocketHandler {
        @Override
        public void opened(WebSocket socket) {
            opened.incrementAndGet();
        }

        @Override
        public void binary(WebSocket socket, byte[] bytes, int from, int to) {
            socket.binary(bytes, from, to);
        }

        @Override
        public void closed(WebSocket socket, int code) {
            closed.incrementAndGet();
        }
    }

    @Test
    void nothingIsLeftOfThoseWhoCameAndWent() throws Exception {
        try {
            address = HttpServer.builder()
                    .settings(HttpSettings.DEFAULT
                            .withLimits(Http1Limits.DEFAULT.withMaxHead(HEAD), 10_000, 100)
                            .withTimes(10 * SECOND, 10 * SECOND)
                            .withWebSocket(new WebSocketLimits(10_000, 10_000, FRAGMENTS))
                            .withTcp(TcpSettings.DEFAULT))
                    .answer(HttpMethod.POST, "/echo", request -> {
                        answered.incrementAndGet();
                        return HttpResponse.bytes(200, "a/b", request.body());
                    })
                    .webSocket("/ws", Echo::new)
                    .build()
                    .listen(loop.net, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                    .toCompletableFuture()
                    .get(20, TimeUnit.SECONDS)
                    .address();
            // What pools, classes and tables take is taken in the first half.
            come(CONNECTIONS / 2);
            long descriptors = descriptors();
            long heap = LiveHeap.bytes();
            come(CONNECTIONS - CONNECTIONS / 2);
            assertTrue(descriptors() - descriptors < 20, () -> descriptors + " descriptors, then " + descriptors());
            long after = LiveHeap.bytes();
            assertTrue(after - heap < 2 << 20, () -> heap + " bytes of live heap, then " + after);
        } finally {
            for (Staying one : staying) one.client.close();
            loop.close();
        }
    }

    private void come(int count) throws Exception {
        for (int i = 1; i <= count; i++) {
            Visitor visitor = Visitor.values()[random.nextInt(Visitor.values().length)];
            visits.merge(visitor, 1, Integer::sum);
            try {
                visit(visitor);
            } catch (IOException | AssertionError e) {
                throw new AssertionError(visitor + " of " + visits + ", -Dassay.net.seed=" + SEED, e);
            }
            if (i % ROUND == 0 || i == count) settle();
        }
    }

    private void visit(Visitor visitor) throws Exception {
        RawClient client = new RawClient(address);
        switch (visitor) {
            case POLITE -> {
                for (int i = random.nextInt(4); i >= 0; i--) ask(client, random.nextInt(3_000), 1);
            }
            case PIPELINING -> ask(client, random.nextInt(2_000), 5);
            case GONE_AT_ONCE -> {}
            case RESET_IN_A_HEAD -> reset(client, "POST /echo HT");
            case RESET_IN_A_BODY ->
                reset(client, post(100).substring(0, post(100).length() - 3));
            case RESET_IN_A_FRAME -> {
                open(client);
                byte[] frame = frame(true, Opcode.BINARY, new byte[500]);
                client.send(java.util.Arrays.copyOf(frame, 1 + random.nextInt(frame.length - 1)));
                client.socket.setSoLinger(true, 0);
            }
            case HUGE_HEAD -> {
                client.send("POST /echo" + HOST + "X: " + "y".repeat(HEAD));
                assertEquals(431, client.read().status());
                assertTrue(client.atEnd());
            }
            case TALKING -> {
                open(client);
                talk(client);
                client.send(frame(true, Opcode.CLOSE, FrameEncoder.closePayload(CloseCode.NORMAL, "")));
                refused(client, CloseCode.NORMAL);
            }
            case BAD_FRAME -> {
                open(client);
                // Not masked.
                client.send(new byte[] {(byte) 0x81, 1, 'x'});
                refused(client, CloseCode.PROTOCOL_ERROR);
            }
            case FLOODING_FRAGMENTS -> {
                open(client);
                ByteArrayOutputStream flood = new ByteArrayOutputStream();
                flood.writeBytes(frame(false, Opcode.BINARY, new byte[1]));
                for (int i = 0; i < FRAGMENTS; i++) flood.writeBytes(frame(false, Opcode.CONTINUATION, NOTHING));
                client.send(flood.toByteArray());
                refused(client, CloseCode.TOO_BIG);
            }
            case SLOW_HEAD -> client.send("POST /echo" + HOST + "X: ");
            case SLOW_BODY -> client.send(post(100).substring(0, post(100).length() - 3));
            case SILENT -> ask(client, 10, 1);
            case SILENT_SOCKET -> {
                open(client);
                talk(client);
            }
        }
        if (visitor.compareTo(Visitor.SLOW_HEAD) >= 0) {
            staying.add(new Staying(visitor, client));
        } else {
            client.close();
        }
    }

    /** Lets time pass until the server has ended all that stay. */
    private void settle() throws Exception {
        int visited = visits.values().stream().mapToInt(Integer::intValue).sum();
        long slow = staying.stream().filter(one -> isSlow(one.visitor)).count();
        long bodies =
                staying.stream().filter(one -> one.visitor == Visitor.SLOW_BODY).count();
        // What has begun is in an array, a body in a second one beside its head's, and nothing else is. Who was
        // accepted
        // and not yet read from would have no deadline to pass.
        loop.until(counts ->
                counts.accepted() == visited && counts.open() == staying.size() && counts.buffers() == slow + bodies);
        loop.advance(11 * SECOND);
        for (Staying one : staying) {
            if (!isSlow(one.visitor)) continue;
            assertEquals(408, one.client.read().status());
            assertTrue(one.client.atEnd());
            one.client.close();
        }
        long silent = staying.size() - slow;
        loop.until(counts -> counts.open() == silent);
        // The sockets are asked, and do not answer.
        loop.advance(61 * SECOND);
        loop.advance(61 * SECOND);
        for (Staying one : staying) one.client.close();
        staying.clear();
        loop.until(counts -> counts.open() == 0);
        assertEquals(visited, loop.net.counts().accepted());
        assertEquals(0, loop.net.counts().bufferBytes());
        assertEquals(requests, answered.get());
        assertEquals(sockets, opened.get());
        assertEquals(sockets, closed.get());
        assertEquals(List.of(), loop.reported());
    }

    private static boolean isSlow(Visitor visitor) {
        return visitor == Visitor.SLOW_HEAD || visitor == Visitor.SLOW_BODY;
    }

    private static String post(int bytes) {
        return "POST /echo" + HOST + "Content-Length: " + bytes + "\r\n\r\n" + "z".repeat(bytes);
    }

    private void ask(RawClient client, int bytes, int count) throws IOException {
        requests += count;
        client.send(post(bytes).repeat(count));
        for (int i = 0; i < count; i++)
            assertEquals("z".repeat(bytes), client.read().body());
    }

    private void reset(RawClient client, String start) throws IOException {
        client.send(start);
        client.socket.setSoLinger(true, 0);
    }

    private void open(RawClient client) throws IOException {
        sockets++;
        client.send(UPGRADE);
        assertEquals(101, client.read().status());
    }

    private static void talk(RawClient client) throws IOException {
        client.send(frame(true, Opcode.BINARY, new byte[300]));
        // A frame from the server has a head of four bytes at this length, and no mask.
        assertEquals((byte) 0x82, client.bytes(304)[0]);
    }

    private static void refused(RawClient client, int code) throws IOException {
        byte[] close = client.bytes(4);
        assertEquals((byte) 0x88, close[0]);
        assertEquals(code, (close[2] & 0xFF) << 8 | (close[3] & 0xFF));
        assertTrue(client.atEnd());
    }

    private static byte[] frame(boolean fin, Opcode opcode, byte[] payload) {
        byte[] out = new byte[payload.length + FrameEncoder.LONGEST_HEAD];
        int end = FrameEncoder.maskedFrame(out, 0, fin, opcode, payload, 0, payload.length, 0x12345678);
        return java.util.Arrays.copyOf(out, end);
    }

    private static long descriptors() {
        return ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getOpenFileDescriptorCount();
    }
}
