package io.assay.net.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.future.Promise;
import java.io.IOException;
import java.util.AbstractList;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server answers to requests that are right, and to those that are only wrong. */
class HttpServerTest extends HttpServerFixture {
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
        assertEquals(status == 500 ? 1 : 0, loop.reported().size());
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
                "413|POST /echo HTTP/1.1\\r\\nHost: x\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n1389\\r\\nMORE\\r\\n1388\\r\\nHALF",
                "413|POST /nowhere HTTP/1.1\\r\\nHost: x\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n1389\\r\\nMORE\\r\\n1388\\r\\nHALF",
                "414|GET /LONG HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n",
                "417|GET /plain HTTP/1.1\\r\\nHost: x\\r\\nExpect: more\\r\\n\\r\\n",
                "431|GET /plain HTTP/1.1\\r\\nHost: x\\r\\nX: VERYLONG\\r\\n\\r\\n",
                "501|CONNECT x:1 HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n",
                "501|POST /echo HTTP/1.1\\r\\nHost: x\\r\\nTransfer-Encoding: br, chunked\\r\\n\\r\\n",
                "501|POST /echo HTTP/1.1\\r\\nHost: x\\r\\nTransfer-Encoding: gzip, chunked\\r\\n\\r\\n",
                "501|POST /echo HTTP/1.1\\r\\nHost: x\\r\\nTransfer-Encoding: gzip\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n",
                "501|POST /echo HTTP/1.1\\r\\nTransfer-Encoding: gzip, chunked\\r\\nHost: x\\r\\n\\r\\n",
                "505|GET /plain HTTP/2.0\\r\\nHost: x\\r\\n\\r\\n",
            })
    void theConnectionEndsBehindWhatCannotBeReadOnFrom(int status, String request) throws Exception {
        try (RawClient client = client()) {
            client.send(request.replace("\\r\\n", "\r\n")
                    .replace("VERYLONG", "v".repeat(2_100))
                    .replace("LONG", "l".repeat(600))
                    .replace("MORE", "b".repeat(5_001))
                    .replace("HALF", "b".repeat(5_000))
                    .replace("BIG", "b".repeat(10_001)));
            RawClient.Response response = client.read();
            assertEquals(status, response.status());
            assertEquals("close", response.field("Connection"));
            assertTrue(client.atEnd());
        }
    }

    @Test
    void aBodyAsLongAsTheLimitIsTaken() throws Exception {
        String half = "h".repeat(5_000);
        try (RawClient client = client()) {
            client.send(post("/echo", half + half));
            assertEquals(half + half, client.read().body());
            client.send("POST /echo" + HOST + "Transfer-Encoding: chunked\r\n\r\n1388\r\n" + half + "\r\n1388\r\n"
                    + half + "\r\n0\r\n\r\n");
            assertEquals(half + half, client.read().body());
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
    void onlyAStreamKeepsAnOldClientFromGoingOn() throws Exception {
        String kept = " HTTP/1.0\r\nConnection: keep-alive\r\n\r\n";
        try (RawClient client = client()) {
            client.send("GET /bodyless/204" + kept + "GET /stream/2" + kept + "GET /plain" + kept);
            RawClient.Response bodyless = client.read();
            assertEquals(204, bodyless.status());
            assertEquals("keep-alive", bodyless.field("Connection"));
            RawClient.Response stream = client.read();
            assertEquals("close", stream.field("Connection"));
            assertEquals("0123456789".repeat(2_000), stream.body(), "to the end of the connection");
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
        assertEquals("planted", loop.reported().get(0).getMessage());
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
        assertEquals("planted", loop.reported().get(0).getMessage());
    }
}
