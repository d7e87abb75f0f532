package io.assay.net.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.http1.Http1Limits;
import io.assay.json.JsonTypes;
import io.assay.net.tcp.RunningLoop;
import io.assay.net.tcp.TcpLimitException;
import io.assay.net.tcp.TcpSettings;
import io.assay.router.HttpMethod;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are larger than the output may be, input that is larger than may be kept, and what slow clients cost. */
@Timeout(60)
class LargeAnswerTest {
    private static final byte[] LARGE = new byte[6 << 20];
    private static final int HIGH = 32 << 10;
    private static final int MOST = HIGH + (64 << 10);
    private static final int HEAD = 1_000;
    private static final int BODY = 100_000;
    private static final String HOST = " HTTP/1.1\r\nHost: x\r\n\r\n";

    private final RunningLoop loop = new RunningLoop();
    private InetSocketAddress address;

    private record Oversized(int bytes) implements BodySource {
        @Override
        public boolean next(Sink sink) {
            sink.write(new byte[bytes], 0, bytes);
            return false;
        }
    }

    @BeforeEach
    void serve() throws Exception {
        new Random(5).nextBytes(LARGE);
        TcpSettings tcp = TcpSettings.DEFAULT.withWater(HIGH / 2, HIGH, MOST).withMaxInput(HEAD);
        address = HttpServer.builder()
                .settings(HttpSettings.DEFAULT
                        .withJson(JsonTypes.of(Object.class))
                        .withLimits(Http1Limits.DEFAULT.withMaxHead(HEAD).withChunked(256, 256, HEAD), BODY, 100)
                        .withTcp(tcp))
                .answer(HttpMethod.GET, "/large", request -> HttpResponse.bytes(200, "a/b", LARGE))
                .answer(
                        HttpMethod.GET,
                        "/json/{n}",
                        request -> HttpResponse.json(200, "x".repeat(Integer.parseInt(request.parameter("n")))))
                .answer(
                        HttpMethod.GET,
                        "/source/{n}",
                        request -> HttpResponse.chunked(
                                200, "a/b", new Oversized(Integer.parseInt(request.parameter("n")))))
                .answer(
                        HttpMethod.GET,
                        "/field",
                        request -> HttpResponse.of(200).with("X", "y".repeat(40 << 10)))
                .answer(
                        HttpMethod.GET,
                        "/source",
                        request -> HttpResponse.chunked(200, "a/b", new Oversized(1))
                                .with("X", "y".repeat(40 << 10)))
                .answer(HttpMethod.POST, "/count", request -> HttpResponse.text(200, "" + request.body().length))
                .upgrade(
                        "/flood",
                        request -> Upgrade.to(new WebSocketHandler() {
                            @Override
                            public void opened(WebSocket socket) {
                                for (int i = 0; i < 100; i++) socket.binary(LARGE, 0, 1 << 20);
                            }
                        }))
                .build()
                .listen(loop.net, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS)
                .address();
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        loop.close();
    }

    private static String get(String path) {
        return "GET " + path + HOST;
    }

    @Test
    void anAnswerAboveTheLimitOfOutputComesWholeAndInOrder() throws Exception {
        try (RawClient client = new RawClient(address)) {
            client.send(get("/large") + "HEAD /large" + HOST + get("/json/500000") + get("/json/3"));
            RawClient.Response head = client.head();
            assertEquals("" + LARGE.length, head.field("Content-Length"));
            assertArrayEquals(LARGE, client.bytes(LARGE.length));
            assertEquals("" + LARGE.length, client.read(true).field("Content-Length"));
            assertEquals('"' + "x".repeat(500_000) + '"', client.read().body());
            assertEquals("\"xxx\"", client.read().body());
        }
        try (RawClient client = new RawClient(address)) {
            client.send("GET /large HTTP/1.0\r\n\r\n");
            assertEquals(LARGE.length, client.read().body().length());
            assertTrue(client.atEnd());
        }
        assertEquals(0, loop.net.counts().failed());
    }

    @Test
    void clientsThatDoNotReadTheirAnswersCostTheMarkEach() throws Exception {
        int count = 6;
        List<RawClient> clients = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                RawClient client = new RawClient(address);
                clients.add(client);
                for (int n = 0; n < 3; n++) client.send(get("/large"));
            }
            // An answer is 6 MB: three of them by far do not fit into the kernel's buffers.
            loop.until(counts -> {
                assertTrue(counts.bufferBytes() <= count * (MOST + (32L << 10) + 4L * HEAD), counts::toString);
                return counts.bytesRead() >= count * (long) get("/large").length() && counts.buffers() >= count;
            });
            for (RawClient client : clients) {
                for (int n = 0; n < 3; n++)
                    assertEquals(LARGE.length, client.read().body().length());
            }
        } finally {
            for (RawClient client : clients) client.close();
        }
    }

    @Test
    void bodiesThatComeSlowlyCostWhatHasCome() throws Exception {
        int count = 20;
        String start = "POST /count HTTP/1.1\r\nHost: x\r\nContent-Length: " + BODY + "\r\n\r\n";
        List<RawClient> clients = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                RawClient client = new RawClient(address);
                clients.add(client);
                client.send(start + "x".repeat(100));
            }
            loop.until(counts -> counts.bytesRead() == count * (start.length() + 100L));
            assertTrue(loop.net.counts().bufferBytes() <= count * 1_024L, () -> "" + loop.net.counts());
            for (RawClient client : clients) client.send("x".repeat(BODY - 101));
            loop.until(counts -> counts.bytesRead() == count * (start.length() + BODY - 1L));
            assertTrue(loop.net.counts().bufferBytes() <= count * (2L * BODY + 1_024L), () -> "" + loop.net.counts());
            for (RawClient client : clients) {
                client.send("x");
                assertEquals("" + BODY, client.read().body());
            }
        } finally {
            for (RawClient client : clients) client.close();
        }
    }

    @Test
    void pipelinedRequestsWaitOutsideWhenTheyDoNotFit() throws Exception {
        int count = 2_000;
        try (RawClient client = new RawClient(address)) {
            byte[] many = get("/json/100").repeat(count).getBytes();
            Thread sender = new Thread(() -> RunningLoop.send(client.socket, many), "sender");
            client.send(get("/large"));
            sender.start();
            assertEquals(LARGE.length, client.read().body().length());
            for (int i = 0; i < count; i++)
                assertEquals(102, client.read().body().length());
            sender.join();
        }
        assertEquals(0, loop.net.counts().failed());
    }

    @Test
    void aHeadAsLongAsTheInputIsRefusedInWords() throws Exception {
        try (RawClient client = new RawClient(address)) {
            client.send("GET /large HTTP/1.1\r\nX: " + "y".repeat(HEAD));
            assertEquals(431, client.read().status());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {MOST + 1, 20 << 20})
    void aPieceThatDoesNotFitIsReported(int bytes) throws Exception {
        try (RawClient client = new RawClient(address)) {
            client.send(get("/source/" + bytes));
            assertThrows(IOException.class, client::read);
        }
        assertEquals(1, loop.reported().size());
        String message = loop.reported().get(0).getMessage();
        assertTrue(message.startsWith("a piece of " + bytes + " bytes"), message);
    }

    @Test
    void aHeadThatDoesNotFitIsTheServersError() throws Exception {
        try (RawClient client = new RawClient(address)) {
            client.send(get("/field") + get("/source") + get("/json/1"));
            assertEquals(500, client.read().status());
            assertEquals(500, client.read().status());
            assertEquals("\"x\"", client.read().body());
        }
        assertTrue(loop.reported().get(0).getMessage().contains("head of an answer"));
    }

    @Test
    void aWebSocketThatSendsWithoutALookIsReported() throws Exception {
        try (RawClient client = new RawClient(address)) {
            client.send("GET /flood HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");
            loop.until(counts -> counts.closed() == 1);
        }
        assertEquals(TcpLimitException.class, loop.reported().get(0).getClass());
    }

    @Test
    void settingsThatCannotHoldAnAnswerAreRefused() {
        TcpSettings tight = TcpSettings.DEFAULT.withWater(0, 1_000, 66_000);
        Exception failure = assertThrows(IllegalArgumentException.class, () -> HttpSettings.DEFAULT.withTcp(tight));
        assertTrue(failure.getMessage().contains("maxOutput has to be 65536 bytes above highWater 1000"));
    }
}
