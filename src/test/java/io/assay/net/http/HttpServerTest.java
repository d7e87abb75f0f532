package io.assay.net.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.future.Future;
import io.assay.future.Promise;
import io.assay.http1.Http1Limits;
import io.assay.json.JsonTypes;
import io.assay.net.tcp.NetCounts;
import io.assay.net.tcp.RunningLoop;
import io.assay.net.tcp.TcpServer;
import io.assay.router.HttpMethod;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server on the loopback, spoken to by plain sockets; every test ends with a look for leaks. */
@Timeout(60)
class HttpServerTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final String HOST = " HTTP/1.1\r\nHost: x\r\n";

    private final RunningLoop loop = new RunningLoop();
    private final BlockingQueue<Promise<HttpResponse>> asked = new LinkedBlockingQueue<>();
    private final CompletableFuture<Boolean> streamed = new CompletableFuture<>();
    private TcpServer server;
    private InetSocketAddress address;

    @BeforeEach
    void serve() throws Exception {
        HttpSettings settings = HttpSettings.DEFAULT
                .withJson(JsonTypes.of(Object.class))
                .withLimits(Http1Limits.DEFAULT.withMaxHead(4_000).withMaxLines(500, 2_000), 10_000, 2)
                .withTimes(10 * SECOND, 20 * SECOND);
        HttpServer http = HttpServer.builder()
                .settings(settings)
                .answer(HttpMethod.GET, "/plain", request -> HttpResponse.text(200, "plain"))
                .answer(
                        HttpMethod.GET,
                        "/users/{id}",
                        request -> HttpResponse.text(200, request.parameter("id") + "?" + request.query()))
                .answer(
                        HttpMethod.POST,
                        "/echo",
                        request -> HttpResponse.bytes(200, "text/plain", request.body())
                                .with("X-Path", request.path()))
                .answer(HttpMethod.POST, "/ping", request -> {
                    Map<?, ?> ping = (Map<?, ?>) request.json(Object.class);
                    Object sequence = ping == null ? null : ping.get("sequence");
                    return HttpResponse.json(200, Map.of("sequence", sequence == null ? -1L : sequence));
                })
                .answer(HttpMethod.GET, "/broken", request -> {
                    throw new IllegalStateException("planted");
                })
                .route(HttpMethod.GET, "/later", request -> {
                    Promise<HttpResponse> promise = new Promise<>();
                    asked.add(promise);
                    return promise.future();
                })
                .route(HttpMethod.GET, "/failed", request -> Future.failed(new IllegalStateException("planted")))
                .answer(HttpMethod.GET, "/null", request -> null)
                .route(HttpMethod.GET, "/nothing", request -> null)
                .answer(
                        HttpMethod.GET,
                        "/bodyless/{status}",
                        request -> HttpResponse.chunked(
                                Integer.parseInt(request.parameter("status")), "text/plain", new Blocks(1)))
                .answer(
                        HttpMethod.GET,
                        "/stream/{blocks}",
                        request -> HttpResponse.chunked(
                                200, "text/plain", new Blocks(Integer.parseInt(request.parameter("blocks")))))
                .build();
        server = http.listen(loop.net, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
        address = server.address();
    }

    /** Blocks of 10,000 bytes. */
    private final class Blocks implements BodySource {
        private final byte[] block = "0123456789".repeat(1_000).getBytes(StandardCharsets.US_ASCII);
        private int left;

        Blocks(int count) {
            left = count;
        }

        @Override
        public boolean next(Sink sink) {
            if (left-- > 0) sink.write(block, 0, block.length);
            return left > 0;
        }

        @Override
        public void ended(boolean whole) {
            streamed.complete(whole);
        }
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        loop.close();
    }

    private RawClient client() throws IOException {
        return new RawClient(address);
    }

    private static String get(String path) {
        return "GET " + path + HOST + "\r\n";
    }

    private static String post(String path, String body) {
        return "POST " + path + HOST + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    @Test
    void answersAndKeepsTheConnection() throws Exception {
        try (RawClient client = client()) {
            client.send(get("/plain"));
            RawClient.Response response = client.read();
            assertEquals(200, response.status());
            assertEquals("plain", response.body());
            assertEquals("text/plain; charset=utf-8", response.field("Content-Type"));
            assertTrue(String.valueOf(response.field("Date"))
                    .matches("\\w{3}, \\d\\d \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT"));
            assertNull(response.field("Connection"));
            client.send(get("/users/7%20a?b=c"));
            assertEquals("7%20a?b=c", client.read().body());
            client.send("GET http://host/users/8 HTTP/1.1\r\nHost: x\r\n\r\n");
            assertEquals("8?null", client.read().body());
            client.send(post("/ping", "{\"sequence\": 2}"));
            response = client.read();
            assertEquals("{\"sequence\":2}", response.body());
            assertEquals("application/json", response.field("Content-Type"));
        }
        assertEquals(1, loop.net.counts().accepted());
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrderWhoeverAnswersLater() throws Exception {
        try (RawClient client = client()) {
            StringBuilder requests = new StringBuilder();
            for (int i = 0; i < 50; i++) {
                requests.append(get("/users/" + i)).append(get("/later")).append(post("/echo", "body " + i));
            }
            client.send(requests.toString());
            for (int i = 0; i < 50; i++) {
                assertEquals(i + "?null", client.read().body());
                Promise<HttpResponse> promise = asked.poll(20, TimeUnit.SECONDS);
                assertNotNull(promise);
                assertTrue(asked.isEmpty(), "one at a time");
                promise.complete(HttpResponse.text(200, "later " + i));
                assertEquals("later " + i, client.read().body());
                assertEquals("body " + i, client.read().body());
            }
        }
    }

    @Test
    void anySplitGivesTheSameAnswers() throws Exception {
        String chunks = "4;x=y\r\nab c\r\n3\r\ndef\r\n0\r\nX-T: 1\r\n\r\n";
        String session = get("/plain") + post("/echo", "0123456789") + "POST /echo" + HOST
                + "Transfer-Encoding: chunked\r\n\r\n" + chunks + get("/users/1");
        Random random = new Random(21);
        for (int round = 0; round < 60; round++) {
            try (RawClient client = client()) {
                long before = loop.net.counts().bytesRead();
                int at = 0;
                while (at < session.length()) {
                    int end = Math.min(session.length(), at + 1 + random.nextInt(round < 2 ? 1 : 120));
                    client.send(session.substring(at, end));
                    long sofar = before + end;
                    // Each piece is read by itself.
                    loop.until(counts -> counts.bytesRead() == sofar);
                    at = end;
                }
                assertEquals("plain", client.read().body());
                assertEquals("0123456789", client.read().body());
                RawClient.Response response = client.read();
                assertEquals("ab cdef", response.body());
                assertEquals("/echo", response.field("X-Path"));
                assertEquals("1?null", client.read().body());
            }
        }
    }

    @Test
    void whoExpectsIsToldToGoOnOrNotTo() throws Exception {
        String head = HOST + "Content-Length: 3\r\nExpect: 100-continue\r\n\r\n";
        try (RawClient client = client()) {
            client.send("POST /echo" + head);
            assertEquals(100, client.read().status());
            client.send("abc");
            assertEquals("abc", client.read().body());
            // Who did not wait is not told.
            client.send("POST /echo" + head + "def");
            assertEquals("def", client.read().body());
            client.send("POST /nowhere" + head);
            RawClient.Response response = client.read();
            assertEquals(404, response.status());
            assertEquals("close", response.field("Connection"));
            assertTrue(client.atEnd());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404|GET /nowhere HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n",
                "405|PUT /plain HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n",
                "405|BREW /plain HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n",
                "204|OPTIONS /plain HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n",
                "204|OPTIONS * HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n",
                "400|POST /ping HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: 4\\r\\n\\r\\n{\"x:",
                "500|GET /broken HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n",
                "500|GET /null HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n",
                "500|GET /nothing HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n",
                "500|GET /failed HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n",
                "404|POST /nowhere HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: 4\\r\\n\\r\\nabcd",
                "404|POST /nowhere HTTP/1.1\\r\\nHost: x\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n1\\r\\na\\r\\n0\\r\\n\\r\\n",
            })
    void theConnectionGoesOnBehindWhatIsOnlyRefused(int status, String request) throws Exception {
        try (RawClient client = client()) {
            client.send(request.replace("\\r\\n", "\r\n"));
            RawClient.Response response = client.read();
            assertEquals(status, response.status());
            if (status == 405 || request.contains("/plain"))
                assertEquals("GET, HEAD, OPTIONS", response.field("Allow"));
            assertNull(response.field("Connection"));
            client.send(get("/plain"));
            assertEquals("plain", client.read().body());
        }
        assertEquals(status == 500 ? 1 : 0, loop.reported.size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400|GET /plain HTTP/1.1\\r\\n\\r\\n",
                "400|GET  /plain HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n",
                "400|POST /echo HTTP/1.1\\r\\nHost: x\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nzz\\r\\n",
                "413|POST /echo HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: 10001\\r\\n\\r\\n",
                "413|POST /echo HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: 9223372036854775807\\r\\n\\r\\n",
                "413|POST /echo HTTP/1.1\\r\\nHost: x\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n2711\\r\\nBIG",
                "414|GET /LONG HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n",
                "417|GET /plain HTTP/1.1\\r\\nHost: x\\r\\nExpect: more\\r\\n\\r\\n",
                "431|GET /plain HTTP/1.1\\r\\nHost: x\\r\\nX: VERYLONG\\r\\n\\r\\n",
                "501|CONNECT x:1 HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n",
                "501|POST /echo HTTP/1.1\\r\\nHost: x\\r\\nTransfer-Encoding: br, chunked\\r\\n\\r\\n",
                "501|POST /echo HTTP/1.1\\r\\nHost: x\\r\\nTransfer-Encoding: gzip, chunked\\r\\n\\r\\n",
                "501|POST /echo HTTP/1.1\\r\\nHost: x\\r\\nTransfer-Encoding: gzip\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n",
                "505|GET /plain HTTP/2.0\\r\\nHost: x\\r\\n\\r\\n",
            })
    void theConnectionEndsBehindWhatCannotBeReadOnFrom(int status, String request) throws Exception {
        try (RawClient client = client()) {
            client.send(request.replace("\\r\\n", "\r\n")
                    .replace("VERYLONG", "v".repeat(2_100))
                    .replace("LONG", "l".repeat(600))
                    .replace("BIG", "b".repeat(10_001)));
            RawClient.Response response = client.read();
            assertEquals(status, response.status());
            assertEquals("close", response.field("Connection"));
            assertTrue(client.atEnd());
        }
    }

    @Test
    void aHugeHeadCostsNoMoreThanItsLimit() throws Exception {
        try (RawClient client = client()) {
            client.send("GET /plain" + HOST);
            for (int i = 0; i < 30; i++) client.send("X-" + i + ": " + "v".repeat(200) + "\r\n");
            assertEquals(431, client.read().status());
            assertTrue(client.atEnd());
        }
    }

    @Test
    void headHasTheFieldsAlone() throws Exception {
        try (RawClient client = client()) {
            client.send("HEAD /plain" + HOST + "\r\n" + "HEAD /stream/3" + HOST + "\r\n" + get("/plain"));
            assertEquals("5", client.read(true).field("Content-Length"));
            assertEquals("chunked", client.read(true).field("Transfer-Encoding"));
            assertEquals("plain", client.read().body());
            assertFalse(streamed.get(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void whoAsksForTheEndGetsIt() throws Exception {
        try (RawClient client = client()) {
            client.send("GET /plain" + HOST + "Connection: close\r\n\r\n" + get("/plain"));
            assertEquals("close", client.read().field("Connection"));
            assertTrue(client.atEnd());
        }
        try (RawClient client = client()) {
            client.send("GET /plain HTTP/1.0\r\nConnection: keep-alive\r\n\r\nGET /plain HTTP/1.0\r\n\r\n");
            assertEquals("keep-alive", client.read().field("Connection"));
            assertEquals("close", client.read().field("Connection"));
            assertTrue(client.atEnd());
        }
    }

    @Test
    void bodiesInChunksComeAsFastAsTheyAreRead() throws Exception {
        try (RawClient client = client()) {
            client.send(get("/stream/800") + get("/plain"));
            assertEquals("0123456789".repeat(800_000), client.read().body());
            assertEquals("plain", client.read().body());
            assertTrue(streamed.get(20, TimeUnit.SECONDS));
            client.send("GET /stream/2 HTTP/1.0\r\n\r\n");
            RawClient.Response response = client.read();
            assertEquals(20_000, response.body().length(), "until the end of the connection");
            assertNull(response.field("Transfer-Encoding"));
        }
    }

    @Test
    void aClientThatLeavesInTheMiddleEndsTheSource() throws Exception {
        try (RawClient client = client()) {
            client.send(get("/stream/100000"));
            client.bytes(100_000);
            client.socket.setSoLinger(true, 0);
        }
        assertFalse(streamed.get(20, TimeUnit.SECONDS));
    }

    @Test
    void whoSendsTooSlowlyIsCutOff() throws Exception {
        try (RawClient slowHead = client();
                RawClient slowBody = client();
                RawClient idle = client()) {
            slowHead.send("GET /pl");
            slowBody.send("POST /echo" + HOST + "Content-Length: 10\r\n\r\nab");
            idle.send(get("/plain"));
            idle.read();
            loop.until(counts -> counts.bytesRead() == 7 + 54 + 32);
            for (int i = 0; i < 9; i++) {
                loop.advance(SECOND);
                slowHead.send("a");
                slowBody.send("c".repeat(i % 2));
            }
            loop.advance(SECOND + SECOND / 10);
            assertEquals(408, slowHead.read().status());
            assertTrue(slowHead.atEnd());
            loop.advance(11 * SECOND);
            assertEquals(408, slowBody.read().status());
            idle.send(get("/plain"));
            assertEquals("plain", idle.read().body());
            loop.advance(61 * SECOND);
            assertTrue(idle.atEnd());
        }
    }

    @Test
    void aHeadInTimeTakesTheDeadlineAway() throws Exception {
        try (RawClient client = client()) {
            client.send("GET /plain");
            loop.until(counts -> counts.bytesRead() == 10);
            client.send(HOST + "\r\n");
            assertEquals("plain", client.read().body());
            loop.advance(15 * SECOND);
            client.send(get("/plain"));
            assertEquals("plain", client.read().body());
        }
    }

    @Test
    void whoEndsHisSideStillGetsHisAnswers() throws Exception {
        try (RawClient client = client()) {
            client.send(get("/plain") + get("/later") + get("/plain"));
            client.socket.shutdownOutput();
            assertEquals("plain", client.read().body());
            Promise<HttpResponse> promise = asked.poll(20, TimeUnit.SECONDS);
            assertNotNull(promise);
            promise.complete(HttpResponse.text(200, "later"));
            assertEquals("later", client.read().body());
            assertEquals("plain", client.read().body());
            assertTrue(client.atEnd());
        }
        try (RawClient client = client()) {
            client.send("GET /pl");
            client.socket.shutdownOutput();
            assertTrue(client.atEnd());
        }
    }

    @Test
    void aResetInTheMiddleLeavesNothing() throws Exception {
        for (String start :
                new String[] {"GET /pl", "POST /echo" + HOST + "Content-Length: 10\r\n\r\nab", get("/later")}) {
            try (RawClient client = client()) {
                long before = loop.net.counts().bytesRead();
                client.send(start);
                loop.until(counts -> counts.bytesRead() > before);
                client.socket.setSoLinger(true, 0);
            }
            Promise<HttpResponse> promise = asked.poll();
            if (promise != null) promise.complete(HttpResponse.text(200, "for nobody"));
        }
        loop.until(counts -> counts.open() == 0 && counts.buffers() == 0);
        try (RawClient client = client()) {
            client.send(get("/later"));
            Promise<HttpResponse> promise = asked.poll(20, TimeUnit.SECONDS);
            assertNotNull(promise);
            promise.fail(new IllegalStateException("planted"));
            assertEquals(500, client.read().status());
        }
    }

    @Test
    void aboveTheLimitOfPendingAnswersItIsUnavailable() throws Exception {
        try (RawClient first = client();
                RawClient second = client();
                RawClient third = client()) {
            first.send(get("/later"));
            second.send(get("/later"));
            Promise<HttpResponse> promise = asked.poll(20, TimeUnit.SECONDS);
            Promise<HttpResponse> other = asked.poll(20, TimeUnit.SECONDS);
            assertNotNull(promise);
            assertNotNull(other);
            third.send(get("/later"));
            RawClient.Response response = third.read();
            assertEquals(503, response.status());
            assertEquals("1", response.field("Retry-After"));
            promise.complete(HttpResponse.of(204));
            assertEquals(204, first.read().status());
            third.send(get("/later"));
            promise = asked.poll(20, TimeUnit.SECONDS);
            assertNotNull(promise);
            promise.complete(HttpResponse.of(204));
            other.complete(HttpResponse.of(204));
            assertEquals(204, third.read().status());
            assertEquals(204, second.read().status());
        }
    }

    @Test
    void aStopAnswersWhatIsUnderWay() throws Exception {
        try (RawClient idle = client();
                RawClient busy = client()) {
            idle.send(get("/plain"));
            idle.read();
            busy.send(get("/later"));
            Promise<HttpResponse> promise = asked.poll(20, TimeUnit.SECONDS);
            assertNotNull(promise);
            CompletableFuture<Boolean> stopped = server.stop(60 * SECOND).toCompletableFuture();
            assertTrue(idle.atEnd());
            idle.close();
            assertThrows(IOException.class, this::client);
            assertFalse(stopped.isDone());
            promise.complete(HttpResponse.text(200, "last"));
            RawClient.Response response = busy.read();
            assertEquals("last", response.body());
            assertEquals("close", response.field("Connection"));
            assertTrue(busy.atEnd());
            busy.close();
            assertTrue(stopped.get(20, TimeUnit.SECONDS), "by themselves");
        }
    }

    @Test
    void spoiltRequestsAreAnsweredOrTheConnectionEnds() throws Exception {
        Random random = new Random(77);
        String[] requests = {
            get("/plain"),
            post("/echo", "0123456789"),
            post("/ping", "{\"sequence\": 2}"),
            "POST /echo" + HOST + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"
        };
        for (int round = 0; round < 300; round++) {
            byte[] bytes = requests[random.nextInt(4)].getBytes(StandardCharsets.ISO_8859_1);
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            try (RawClient client = client()) {
                client.send(bytes);
                client.socket.shutdownOutput();
                boolean answered = false;
                while (true) {
                    try {
                        int status = client.read().status();
                        assertTrue(status == 100 || (status >= 200 && status <= 505), "seed 77, round " + round);
                        answered = true;
                    } catch (java.io.EOFException e) {
                        break;
                    }
                }
                // Without an answer it was a request that is not whole.
                assertTrue(answered || loop.reported.isEmpty(), "seed 77, round " + round);
            }
        }
        loop.until(counts -> counts.open() == 0);
        NetCounts counts = loop.net.counts();
        assertEquals(300, counts.accepted());
        assertEquals(0, counts.buffers());
        assertEquals(0, loop.reported.size(), () -> "seed 77: " + loop.reported);
    }

    @Test
    void aFieldOfAResponseCannotStartAnother() {
        HttpResponse response = HttpResponse.of(200);
        assertThrows(IllegalArgumentException.class, () -> response.with("X", "a\r\nSet-Cookie: b"));
        assertThrows(IllegalArgumentException.class, () -> response.with("X:", "a"));
        assertThrows(IllegalArgumentException.class, () -> response.with("", "a"));
        assertThrows(IllegalArgumentException.class, () -> HttpResponse.bytes(200, "text/plain\n", new byte[0]));
        assertThrows(IllegalArgumentException.class, () -> HttpResponse.of(101));
        for (String own : new String[] {"Content-Length", "transfer-encoding", "Connection", "Date"}) {
            assertThrows(IllegalArgumentException.class, () -> response.with(own, "1"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304})
    void aStatusWithoutABodyHasNoneOfASourceEither(int status) throws Exception {
        try (RawClient client = client()) {
            client.send(get("/bodyless/" + status) + get("/plain"));
            RawClient.Response response = client.read();
            assertEquals(status, response.status());
            assertNull(response.field("Transfer-Encoding"));
            assertNull(response.field("Connection"));
            assertEquals("plain", client.read().body());
            assertFalse(streamed.get(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void whatCannotBeWrittenLaterIsAnsweredToo() throws Exception {
        try (RawClient client = client()) {
            client.send(get("/later") + get("/plain"));
            Promise<HttpResponse> promise = asked.poll(20, TimeUnit.SECONDS);
            assertNotNull(promise);
            promise.complete(HttpResponse.json(200, new AbstractList<Object>() {
                @Override
                public Object get(int index) {
                    throw new IllegalStateException("planted");
                }

                @Override
                public int size() {
                    return 1;
                }
            }));
            assertEquals(500, client.read().status());
            assertEquals("plain", client.read().body());
        }
        assertEquals("planted", loop.reported.get(0).getMessage());
    }

    @Test
    void aSourceThatBreaksEndsTheConnection() throws Exception {
        try (RawClient client = client()) {
            client.send(get("/later"));
            Promise<HttpResponse> promise = asked.poll(20, TimeUnit.SECONDS);
            assertNotNull(promise);
            promise.complete(HttpResponse.chunked(200, "text/plain", sink -> {
                throw new AssertionError("planted");
            }));
            assertThrows(IOException.class, client::read);
        }
        assertEquals("planted", loop.reported.get(0).getMessage());
    }
}
