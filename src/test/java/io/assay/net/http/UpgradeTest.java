package io.assay.net.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.assay.http1.HeaderName;
import io.assay.net.tcp.RunningLoop;
import io.assay.net.tcp.TcpSettings;
import io.assay.net.websocket.CloseCode;
import io.assay.net.websocket.WebSocketLimits;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** WebSocket endpoints that look at the request which opens them. */
@Timeout(60)
class UpgradeTest {
    private final RunningLoop loop = new RunningLoop();
    private final BlockingQueue<String> opened = new LinkedBlockingQueue<>();
    private InetSocketAddress address;

    @BeforeEach
    void serve() throws Exception {
        address = HttpServer.builder()
                .settings(HttpSettings.DEFAULT.withTcp(TcpSettings.DEFAULT).withWebSocket(WebSocketLimits.DEFAULT))
                .upgrade("/rooms/{room}", this::upgrade)
                .build()
                .listen(loop.net, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS)
                .address();
    }

    private Upgrade upgrade(HttpRequest request) {
        if (!"https://here.example".equals(request.field(HeaderName.ORIGIN))) {
            return Upgrade.refuse(HttpResponse.text(403, "not from there"));
        }
        String room = request.parameter("room");
        if ("broken".equals(room)) throw new IllegalStateException("planted");
        String told = room + "?" + request.query();
        return Upgrade.to(new WebSocketHandler() {
                    @Override
                    public void opened(WebSocket socket) {
                        opened.add(told + " " + socket.subprotocol());
                        socket.close(CloseCode.NORMAL, "");
                    }
                })
                .speaking("v2.chat", "v1.chat");
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        loop.close();
    }

    private static String request(String path, String... fields) {
        return "GET " + path + " HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
                + String.join("\r\n", fields) + "\r\n\r\n";
    }

    @Test
    void whoIsNotWantedIsToldSoAndTheConnectionGoesOn() throws Exception {
        try (RawClient client = new RawClient(address)) {
            client.send(request("/rooms/a", "Origin: https://there.example"));
            RawClient.Response refusal = client.read();
            assertEquals(403, refusal.status());
            assertEquals("not from there", refusal.body());
            assertNull(refusal.field("Sec-WebSocket-Accept"));
            client.send(request("/rooms/broken", "Origin: https://here.example"));
            assertEquals(500, client.read().status());
            assertEquals("planted", loop.reported().get(0).getMessage());
            client.send(request("/rooms/a?b=c", "Origin: https://here.example"));
            assertEquals(101, client.read().status());
        }
        assertEquals("a?b=c null", opened.poll(20, TimeUnit.SECONDS));
    }

    @Test
    void aBodyOpensNoWebSocket() throws Exception {
        try (RawClient client = new RawClient(address)) {
            client.send(request("/rooms/a", "Origin: https://here.example", "Content-Length: 3") + "abc");
            assertEquals(400, client.read().status());
            client.send(request("/rooms/a", "Origin: https://here.example"));
            assertEquals(101, client.read().status());
        }
        assertEquals("a?null null", opened.poll(20, TimeUnit.SECONDS));
    }

    @Test
    void whatTheRequestWasReadWithIsGivenBack() throws Exception {
        try (RawClient client = new RawClient(address)) {
            client.send(request("/rooms/a", "Origin: https://here.example", "Transfer-Encoding: chunked"));
            client.send("0\r\n\r\n");
            assertEquals(101, client.read().status());
            loop.until(counts -> counts.buffers() == 0);
            assertEquals(1, loop.net.counts().open());
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            delimiter = '|',
            value = {
                "Sec-WebSocket-Protocol: v1.chat | v1.chat",
                "Sec-WebSocket-Protocol: other, v1.chat ,v2.chat | v2.chat",
                "Sec-WebSocket-Protocol: v1.chat#Sec-WebSocket-Protocol: v2.chat | v2.chat",
                "Sec-WebSocket-Protocol: V1.CHAT | null",
                "X: v1.chat | null",
            })
    void theFirstOfOursThatIsOfferedIsSpoken(String fields, String spoken) throws Exception {
        try (RawClient client = new RawClient(address)) {
            client.send(request("/rooms/a", "Origin: https://here.example", fields.replace("#", "\r\n")));
            RawClient.Response response = client.read();
            assertEquals(101, response.status());
            assertEquals(spoken, response.field("Sec-WebSocket-Protocol"));
        }
        assertEquals("a?null " + spoken, opened.poll(20, TimeUnit.SECONDS));
    }
}
