package io.assay.net.http;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.assay.future.Promise;
import io.assay.json.JsonTypes;
import io.assay.net.tcp.RunningLoop;
import io.assay.net.tcp.TcpConnection;
import io.assay.net.tcp.TcpHandler;
import io.assay.net.tcp.TcpSettings;
import io.assay.router.HttpMethod;
import io.assay.router.Router;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** A connection that the test has the parts of a server handle by hand, on the loop, in an order that the network seldom brings. */
@Timeout(60)
abstract class AcceptedFixture {
    static final int HIGH = 1_000;
    static final int MOST = HIGH + (64 << 10);

    final RunningLoop loop = new RunningLoop();
    Promise<HttpResponse> asked = new Promise<>();
    LoopState state;
    RawClient client;
    TcpConnection connection;

    /** Leaves all input, and does nothing by itself. */
    private static final class Idle implements TcpHandler {
        final CompletableFuture<TcpConnection> opened = new CompletableFuture<>();

        @Override
        public void opened(TcpConnection accepted) {
            opened.complete(accepted);
        }

        @Override
        public int received(TcpConnection ignored, byte[] bytes, int from, int to) {
            return 0;
        }
    }

    @BeforeEach
    void accept() throws Exception {
        HttpSettings settings = HttpSettings.DEFAULT
                .withJson(JsonTypes.of(Object.class))
                .withTcp(TcpSettings.DEFAULT.withWater(0, HIGH, MOST));
        Router<Endpoint> router = Router.<Endpoint>builder()
                .add(HttpMethod.GET, "/later", new Endpoint.Plain(request -> {
                    asked = new Promise<>();
                    return asked.future();
                }))
                .build();
        state = new LoopState(loop.net, settings, router);
        Idle idle = new Idle();
        client = new RawClient(loop.listen(settings.tcp(), () -> idle));
        connection = idle.opened.get(20, TimeUnit.SECONDS);
        assertNotNull(connection);
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        client.close();
        loop.close();
    }

    static byte[] get(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }
}
