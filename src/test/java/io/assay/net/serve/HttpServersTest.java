package io.assay.net.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.assay.net.load.Exchanges;
import io.assay.net.load.LoadClient;
import io.assay.net.ping.PingApp;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All servers answer alike, also what they cannot serve. */
class HttpServersTest {
    /** A request, and what has to come of it. */
    private record Case(String request, int status, String body) {
        static Case of(String method, String path, String body, int status, String answer) {
            return new Case(
                    method + " " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length() + "\r\n\r\n"
                            + body,
                    status,
                    answer);
        }
    }

    private static final List<Case> CASES = List.of(
            Case.of("POST", "/ping", PingApp.ASKED, 200, PingApp.ANSWER),
            Case.of("POST", "/ping", "{\"sequence\":-1}", 200, "{\"sequence\":0}"),
            Case.of("POST", "/ping", "{\"sequence\":", 400, null),
            Case.of("POST", "/ping", "", 400, null),
            Case.of("POST", "/ping", "null", 400, null),
            Case.of("GET", "/ping", "", 405, null),
            Case.of("POST", "/pong", PingApp.ASKED, 404, null),
            Case.of("POST", "/ping", " ".repeat(5_000) + PingApp.ASKED, 200, PingApp.ANSWER),
            new Case(new String(PingApp.request(), StandardCharsets.US_ASCII), 200, PingApp.ANSWER));

    @ParameterizedTest
    @EnumSource
    void allAnswerAlike(HttpImplementation implementation) throws IOException {
        assumeTrue(
                implementation != HttpImplementation.BLOCKING_VIRTUAL_THREADS
                        || Runtime.version().feature() >= Threads.VIRTUAL_SINCE,
                "not on this JDK");
        for (Answering answering : Answering.values()) {
            if (answering == Answering.ASYNC && implementation.blocks()) continue;
            try (HttpPeer server = implementation.start(new PingApp(), answering, 0)) {
                try (LoadClient client = new LoadClient(
                        server.address(), 1, new Cases(CASES, implementation != HttpImplementation.UNDERTOW))) {
                    client.answers(2L * CASES.size());
                }
                if (answering == Answering.SYNC) noHttp(server);
            }
        }
    }

    /** What is no HTTP is refused and the connection ended: no answer of another kind, and no waiting. */
    private static void noHttp(HttpPeer server) throws IOException {
        try (Socket socket = new Socket(server.address().getAddress(), server.port())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write("no http at all\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            String answer;
            try {
                answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            } catch (SocketException reset) {
                answer = "";
            }
            assertTrue(answer.isEmpty() || answer.matches("(?s)HTTP/1\\.[01] 400 .*"), answer);
        }
    }

    /**
     * What is asked and has to be answered.
     *
     * @param fresh whether the date has to be of now: Undertow's is kept for the whole JVM and renewed by the server that made it,
     *     which may be one that an earlier test has closed
     */
    private record Cases(List<Case> cases, boolean fresh) implements Exchanges {
        @Override
        public void request(long number, ByteBuffer to) {
            to.put(at(number).request.getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public void check(long number, int status, byte[] bytes, int from, int to) {
            Case expected = at(number);
            assertEquals(expected.status, status, expected.request);
            if (expected.body != null) {
                String head = new String(bytes, 0, from, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
                assertTrue(head.contains("\r\ncontent-type: application/json"), head);
                // All do this work, and none writes a date that was made long ago.
                ZonedDateTime date = ZonedDateTime.parse(
                        head.split("\r\ndate: ", 2)[1].split("\r", 2)[0], DateTimeFormatter.RFC_1123_DATE_TIME);
                assertTrue(
                        !fresh
                                || Duration.between(date, ZonedDateTime.now(ZoneOffset.UTC))
                                                .abs()
                                                .toSeconds()
                                        < 60,
                        head);
                assertEquals(expected.body, new String(bytes, from, to - from, StandardCharsets.UTF_8));
            }
        }

        private Case at(long number) {
            return cases.get((int) (number % cases.size()));
        }
    }
}
