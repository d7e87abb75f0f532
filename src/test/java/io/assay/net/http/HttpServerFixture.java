package io.assay.net.http;

import io.assay.future.Future;
import io.assay.future.Promise;
import io.assay.http1.Http1Limits;
import io.assay.json.JsonTypes;
import io.assay.net.tcp.RunningLoop;
import io.assay.net.tcp.TcpServer;
import io.assay.router.HttpMethod;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** A server on the loopback, spoken to by plain sockets; every test ends with a look for leaks. */
@Timeout(60)
abstract class HttpServerFixture {
    static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    static final String HOST = " HTTP/1.1\r\nHost: x\r\n";

    final RunningLoop loop = new RunningLoop();
    final BlockingQueue<Promise<HttpResponse>> asked = new LinkedBlockingQueue<>();
    final CompletableFuture<Boolean> streamed = new CompletableFuture<>();
    TcpServer server;
    InetSocketAddress address;

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

    final RawClient client() throws IOException {
        return new RawClient(address);
    }

    static String get(String path) {
        return "GET " + path + HOST + "\r\n";
    }

    static String post(String path, String body) {
        return "POST " + path + HOST + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }
}
