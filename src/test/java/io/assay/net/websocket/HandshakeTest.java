package io.assay.net.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.http1.RequestParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The server's side of the opening handshake. */
class HandshakeTest {
    private static final String REQUEST = "GET /chat HTTP/1.1\r\nHost: server.example.com\r\nUpgrade: websocket\r\n"
            + "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";

    @Test
    void theExampleOfTheRfc() {
        assertEquals("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", Handshake.accept("dGhlIHNhbXBsZSBub25jZQ=="));
        assertNull(check(REQUEST));
    }

    @Test
    void listsAndCaseDoNotMatter() {
        assertNull(check(REQUEST.replace("Upgrade: websocket", "UPGRADE: foo/1, WebSocket")));
        assertNull(check(REQUEST.replace("Connection: Upgrade", "connection: keep-alive, UPGRADE")));
    }

    @Test
    void whatOpensNoWebSocket() {
        assertEquals(Handshake.Refusal.NOT_GET, check(REQUEST.replace("GET", "PUT")));
        assertEquals(Handshake.Refusal.NO_UPGRADE, check(REQUEST.replace("HTTP/1.1", "HTTP/1.0")));
        assertEquals(Handshake.Refusal.NO_UPGRADE, check(REQUEST.replace("Upgrade: websocket", "Upgrade: h2c")));
        assertEquals(Handshake.Refusal.NO_UPGRADE, check(REQUEST.replace("Connection: Upgrade", "Connection: close")));
        assertEquals(Handshake.Refusal.UNSUPPORTED_VERSION, check(REQUEST.replace(": 13", ": 8")));
        assertEquals(Handshake.Refusal.UNSUPPORTED_VERSION, check(REQUEST.replace("Version", "Protocol")));
        assertEquals(Handshake.Refusal.BAD_KEY, check(REQUEST.replace("dGhlIHNhbXBsZSBub25jZQ==", "dGhlIHNhbXBsZQ==")));
        assertEquals(Handshake.Refusal.BAD_KEY, check(REQUEST.replace("dGhlIHNhbXBsZSBub25jZQ==", "not base64!")));
        assertEquals(Handshake.Refusal.BAD_KEY, check(REQUEST.replace("Sec-WebSocket-Key", "Sec-WebSocket-Protocol")));
        assertEquals(
                Handshake.Refusal.BAD_KEY,
                check(REQUEST.replace("\r\n\r\n", "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")));
    }

    @Test
    void theSubprotocolIsTheFirstOfOursThatWasOffered() {
        String offers = "\r\nSec-WebSocket-Protocol: mqtt , chat\r\nSec-WebSocket-Protocol: superchat\r\n\r\n";
        RequestParser offered = parsed(REQUEST.replace("\r\n\r\n", offers));
        assertEquals("chat", Handshake.subprotocol(offered.fields(), List.of("soap", "chat", "mqtt")));
        assertEquals("superchat", Handshake.subprotocol(offered.fields(), List.of("superchat", "chat")));
        assertNull(Handshake.subprotocol(offered.fields(), List.of("soap", "Chat")), "case counts");
        assertNull(Handshake.subprotocol(offered.fields(), List.of()));
        assertNull(Handshake.subprotocol(parsed(REQUEST).fields(), List.of("chat")), "none was offered");
    }

    @Test
    void theUpgradeMayStandInASecondLine() {
        assertNull(check(REQUEST.replace("Upgrade: websocket", "Upgrade: h2c\r\nUpgrade: websocket")));
    }

    private static Handshake.@Nullable Refusal check(String request) {
        return Handshake.check(parsed(request));
    }

    private static RequestParser parsed(String request) {
        RequestParser parser = new RequestParser();
        byte[] bytes = request.getBytes(StandardCharsets.ISO_8859_1);
        assertTrue(parser.parse(bytes, 0, bytes.length) > 0, () -> "refused: " + parser.error());
        return parser;
    }
}
