package io.assay.net.http;

import io.assay.net.websocket.CloseCode;

/** What happens on one WebSocket; on the loop's thread. Bytes are lent until the method returns. Pings are answered already. */
public interface WebSocketHandler {
    /** The connection was upgraded. */
    default void opened(WebSocket socket) {}

    /** A message of text, which is UTF-8; by default refused with 1003. */
    default void text(WebSocket socket, byte[] bytes, int from, int to) {
        socket.close(CloseCode.UNSUPPORTED_DATA, "");
    }

    /** A message of octets; by default refused with 1003. */
    default void binary(WebSocket socket, byte[] bytes, int from, int to) {
        socket.close(CloseCode.UNSUPPORTED_DATA, "");
    }

    /** A pong. */
    default void pong(WebSocket socket, byte[] bytes, int from, int to) {}

    /** The output has fallen to the low-water mark. */
    default void writable(WebSocket socket) {}

    /**
     * It has ended; nothing is called after this.
     *
     * @param code the peer's; 1005 if its close had none, 1006 if it sent no close, and for bytes that were refused the code
     *     that it was told
     */
    default void closed(WebSocket socket, int code) {}
}
