package io.assay.net.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.future.Promise;
import io.assay.net.tcp.NetCounts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients that are slow, leave, ask too much or send rubbish, and the server's own end. */
class HttpServerEndsTest extends HttpServerFixture {
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
    void aBodyHasItsOwnTimeFromItsHeadOn() throws Exception {
        try (RawClient client = client()) {
            String start = "POST /echo" + HOST + "Content-Length: 4\r\n\r\nab";
            client.send(start.substring(0, 8));
            loop.until(counts -> counts.bytesRead() == 8);
            loop.advance(9 * SECOND);
            client.send(start.substring(8));
            loop.until(counts -> counts.bytesRead() == start.length());
            loop.advance(19 * SECOND);
            client.send("cd");
            assertEquals("abcd", client.read().body());
        }
    }

    @ParameterizedTest
    @CsvSource({"413, /echo, 2710#MANY", "400, /echo, zz", "404, /nowhere, 0"})
    void whatIsRefusedIsNotKeptWhileTheClientStays(int status, String path, String next) throws Exception {
        try (RawClient client = client()) {
            client.send("POST " + path + HOST + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
            loop.until(counts -> counts.bytesRead() > 50 && counts.buffers() > 0);
            client.send(next.replace("#", "\r\n").replace("MANY", "m".repeat(10_000)) + "\r\n\r\n");
            assertEquals(status, client.read().status());
            loop.until(counts -> counts.buffers() == 0);
            assertEquals(1, loop.net.counts().open());
        }
    }

    @Test
    void rubbishBehindAwaitedAnswersIsRefusedInItsTurn() throws Exception {
        try (RawClient client = client()) {
            client.send(get("/later") + get("/later") + "rubbish\r\n\r\n" + get("/plain"));
            for (int i = 0; i < 2; i++) {
                Promise<HttpResponse> promise = asked.poll(20, TimeUnit.SECONDS);
                assertNotNull(promise);
                promise.complete(HttpResponse.of(204));
                assertEquals(204, client.read().status());
            }
            assertEquals(400, client.read().status());
            assertTrue(client.atEnd());
        }
        assertEquals(List.of(), loop.reported());
    }

    @Test
    void anAnswerMayBeGivenOnTheLoop() throws Exception {
        try (RawClient client = client()) {
            client.send(get("/later") + get("/plain"));
            Promise<HttpResponse> promise = asked.poll(20, TimeUnit.SECONDS);
            assertNotNull(promise);
            loop.onLoop(() -> {
                promise.complete(HttpResponse.text(200, "later"));
                return null;
            });
            assertEquals("later", client.read().body());
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
            Promise<HttpResponse> promise = asked.poll(20, TimeUnit.SECONDS);
            assertNotNull(promise);
            second.send(get("/later"));
            Promise<HttpResponse> other = asked.poll(20, TimeUnit.SECONDS);
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
    void whatIsUnavailableIsNotKeptEither() throws Exception {
        try (RawClient first = client();
                RawClient second = client();
                RawClient third = client()) {
            first.send(get("/later"));
            second.send(get("/later"));
            for (int i = 0; i < 2; i++) assertNotNull(asked.poll(20, TimeUnit.SECONDS));
            third.send("GET /later" + HOST + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
            assertEquals(503, third.read().status());
            loop.until(counts -> counts.buffers() == 0);
            assertEquals(3, loop.net.counts().open());
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
                assertTrue(answered || loop.reported().isEmpty(), "seed 77, round " + round);
            }
        }
        loop.until(counts -> counts.open() == 0);
        NetCounts counts = loop.net.counts();
        assertEquals(300, counts.accepted());
        assertEquals(0, counts.buffers());
        assertEquals(List.of(), loop.reported(), "seed 77");
    }
}
