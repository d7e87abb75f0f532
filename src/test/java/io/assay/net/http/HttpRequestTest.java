package io.assay.net.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.assay.http1.HeaderName;
import io.assay.net.tcp.RunningLoop;
import io.assay.router.HttpMethod;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a handler is told of the request. */
@Timeout(60)
class HttpRequestTest {
    private static final String BODY = "gr\u00fc\u00dfe";

    private final RunningLoop loop = new RunningLoop();
    private InetSocketAddress address;

    @BeforeEach
    void serve() throws Exception {
        HttpServer.Builder server = HttpServer.builder();
        for (String method : new String[] {"GET", "POST", "BREW"}) {
            server.answer(HttpMethod.of(method), "/", HttpRequestTest::line)
                    .answer(HttpMethod.of(method), "/line", HttpRequestTest::line)
                    .answer(HttpMethod.of(method), "/body", HttpRequestTest::body);
        }
        address = server.build()
                .listen(loop.net, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS)
                .address();
    }

    private static HttpResponse line(HttpRequest request) {
        return HttpResponse.text(
                200,
                request.method().name() + " " + request.path() + " " + request.query() + " "
                        + request.fields().value(HeaderName.HOST));
    }

    /** The body as text, and as it lies there. */
    private static HttpResponse body(HttpRequest request) {
        int from = request.bodyFrom();
        String range = new String(request.bodyBytes(), from, request.bodyTo() - from, StandardCharsets.UTF_8);
        return HttpResponse.text(200, request.bodyText() + "|" + range);
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        loop.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /line|GET /line null",
                "GET /line?|'GET /line '",
                "GET /?a=b?c|GET / a=b?c",
                "BREW /line|BREW /line null",
                "GET http://there/line|GET /line null",
                "GET http://there:8080/line?a=b|GET /line a=b",
                "GET http://there/|GET / null",
                "GET http://there|GET  null",
                "GET http://there?a=/b|GET  a=/b",
            })
    void aHandlerIsToldTheRequestLine(String sent, String told) throws Exception {
        try (RawClient client = new RawClient(address)) {
            client.send(sent + " HTTP/1.1\r\nHost: here\r\n\r\n");
            assertEquals(told + " here", client.read().body());
        }
    }

    @Test
    void aTargetWithoutAnAuthorityIsNoPath() throws Exception {
        try (RawClient client = new RawClient(address)) {
            String head = "POST /line HTTP/1.1\r\nHost: here\r\nContent-Length: 6\r\n\r\n";
            client.send(head);
            loop.until(counts -> counts.bytesRead() == head.length());
            // The body would be the path, were the target taken from the start of the input.
            client.send("/line?GET urn:x HTTP/1.1\r\nHost: here\r\n\r\n");
            assertEquals(200, client.read().status());
            assertEquals(400, client.read().status());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aHandlerIsGivenTheBody(boolean later) throws Exception {
        try (RawClient client = new RawClient(address)) {
            byte[] body = BODY.getBytes(StandardCharsets.UTF_8);
            String head = "POST /body HTTP/1.1\r\nHost: here\r\nContent-Length: " + body.length + "\r\n\r\n";
            String text = new String(body, StandardCharsets.ISO_8859_1);
            if (later) {
                client.send(head);
                loop.until(counts -> counts.bytesRead() == head.length());
                client.send(text);
            } else {
                client.send(head + text);
            }
            assertEquals(text + "|" + text, client.read().body());
        }
    }
}
