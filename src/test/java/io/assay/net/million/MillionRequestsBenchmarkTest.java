package io.assay.net.million;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.assay.harness.api.Reported;
import io.assay.net.load.Exchanges;
import io.assay.net.load.LoadClient;
import io.assay.net.load.WrongAnswerException;
import io.assay.net.serve.Answering;
import io.assay.net.serve.HttpImplementation;
import io.assay.net.serve.HttpPeer;
import io.assay.net.serve.Threads;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MillionRequestsBenchmarkTest {
    @AfterEach
    void forget() {
        Reported.clear();
    }

    @ParameterizedTest
    @EnumSource(names = {"ASSAY", "NETTY", "VERTX", "UNDERTOW", "BLOCKING_VIRTUAL_THREADS"})
    void everyEventIsCounted(HttpImplementation implementation) {
        assumeTrue(
                implementation != HttpImplementation.BLOCKING_VIRTUAL_THREADS
                        || Runtime.version().feature() >= Threads.VIRTUAL_SINCE,
                "not on this JDK");
        MillionRequestsBenchmark benchmark = new MillionRequestsBenchmark();
        benchmark.implementation = implementation;
        benchmark.n = 1_234;
        MillionRequestsBenchmark.Counters counters = new MillionRequestsBenchmark.Counters();
        benchmark.open(10);
        benchmark.challenge(counters);
        benchmark.challenge(counters);
        benchmark.close();
        assertEquals(2 * 1_234, counters.items);
        assertTrue(Reported.figures().get(Reported.SERVER_CPU) > 100);
    }

    @Test
    void oneEventTooManyOrTooFewFails() {
        EventApp app = new EventApp();
        try (HttpPeer server = HttpImplementation.ASSAY.start(app, Answering.SYNC, 0);
                LoadClient client = new LoadClient(server.address(), 4, new EventRequests())) {
            client.limit(1_500);
            client.answers(1_500);
            StatsRequest.verify(server.address(), 1_500);
            for (int wrong : new int[] {1_499, 1_501}) {
                WrongAnswerException thrown =
                        assertThrows(WrongAnswerException.class, () -> StatsRequest.verify(server.address(), wrong));
                assertTrue(thrown.getMessage().contains("\"totalRequests\":1500"), thrown.getMessage());
            }
            app.reset();
            assertThrows(WrongAnswerException.class, () -> StatsRequest.verify(server.address(), 1_500));
        }
    }

    @Test
    void theSumIsTheReferences() {
        assertEquals(500_000_000.0, StatsRequest.sum(1_000_000));
        double plain = 0;
        for (int i = 0; i < 2_345; i++) {
            assertEquals(plain, StatsRequest.sum(i));
            plain += i % 1_000 + 0.5;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, '{\"userId\":\"user_0\",\"value\":0.5}'",
        "9999, '{\"userId\":\"user_9999\",\"value\":999.5}'",
        "75010, '{\"userId\":\"user_10\",\"value\":10.5}'",
        "999999, '{\"userId\":\"user_24999\",\"value\":999.5}'"
    })
    void requestsAreTheReferences(long number, String body) {
        ByteBuffer buffer = ByteBuffer.allocate(1_000);
        new EventRequests().request(number, buffer);
        String request = new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII);
        assertTrue(request.startsWith("POST /event HTTP/1.1\r\n"), request);
        assertTrue(request.endsWith("Content-Length: " + body.length() + "\r\n\r\n" + body), request);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /event | {\"userId\":\"a\",\"value\":1} | 200",
                "POST | /event | {\"userId\":\"\",\"value\":1} | 400",
                "POST | /event | {\"value\":1} | 400",
                "POST | /event | {\"userId\":null,\"value\":1} | 400",
                "POST | /event | {\"userId\":7,\"value\":1} | 400",
                "POST | /event | {\"userId\":\"a\",\"value\":\"1\"} | 400",
                "POST | /event | {\"userId\":\"a\" | 400",
                "POST | /event | [] | 400",
                "PUT | /event | {\"userId\":\"a\",\"value\":1} | 405",
                "POST | /stats | {} | 405",
                "GET | /nothing | '' | 404"
            })
    void whatIsNoEventIsRefused(String method, String path, String body, int status) {
        String request =
                method + " " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        for (HttpImplementation implementation :
                new HttpImplementation[] {HttpImplementation.ASSAY, HttpImplementation.BLOCKING_PLATFORM_THREADS}) {
            try (HttpPeer server = implementation.start(new EventApp(), Answering.SYNC, 0);
                    LoadClient client = new LoadClient(server.address(), 1, new Exchanges() {
                        @Override
                        public void request(long number, ByteBuffer to) {
                            to.put(request.getBytes(StandardCharsets.US_ASCII));
                        }

                        @Override
                        public void check(long number, int answered, byte[] bytes, int from, int to) {
                            assertEquals(status, answered, request);
                        }
                    })) {
                client.answers(2);
                if (status != 200) assertStillEmpty(server);
            }
        }
    }

    /** No events at all: the average of none is told as 0. */
    private static void assertStillEmpty(HttpPeer server) {
        WrongAnswerException thrown =
                assertThrows(WrongAnswerException.class, () -> StatsRequest.verify(server.address(), 1));
        assertTrue(thrown.getMessage().contains("\"totalRequests\":0,\"uniqueUsers\":0"), thrown.getMessage());
    }
}
