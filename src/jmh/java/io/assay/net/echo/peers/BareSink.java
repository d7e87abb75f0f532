package io.assay.net.echo.peers;

import io.assay.net.websocket.Handshake;
import io.assay.net.websocket.MessageSink;
import java.nio.charset.StandardCharsets;

/** What our codec has around it without the HTTP server: a handshake that believes the client, who then sends octets alone. */
interface BareSink extends MessageSink {
    /** The first part of the name and value that the answer is made of. */
    String KEY = "Sec-WebSocket-Key: ";

    /** What a request and its answer end with. */
    String END = "\r\n\r\n";

    /** How long the request is that starts at {@code from}; 0 where it is not all there. */
    static int requestLength(byte[] bytes, int from, int to) {
        int end = latin(bytes, from, to).indexOf(END);
        return end < 0 ? 0 : end + END.length();
    }

    /** The answer that opens the WebSocket. */
    static byte[] answer(byte[] bytes, int from, int to) {
        String request = latin(bytes, from, to);
        int key = request.indexOf(KEY) + KEY.length();
        String accept = Handshake.accept(request.substring(key, request.indexOf("\r\n", key)));
        return ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: " + accept + END)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String latin(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    @Override
    default void text(byte[] bytes, int from, int to) {
        throw new IllegalStateException("a text from a client that sends octets only");
    }

    @Override
    default void ping(byte[] bytes, int from, int to) {
        throw new IllegalStateException("a ping from a client that sends octets only");
    }

    @Override
    default void pong(byte[] bytes, int from, int to) {
        throw new IllegalStateException("a pong from a client that sends octets only");
    }
}
