package io.assay.net.http;

import io.assay.net.websocket.Opcode;
import org.jspecify.annotations.Nullable;

/** The sending side of a WebSocket; for the loop's thread. Once a close was sent, the rest has no effect. */
public interface WebSocket {
    /**
     * Sends a frame: a whole message, or a part of one. The array may be used again at once.
     *
     * @param fin whether it is the message's last
     * @param opcode TEXT or BINARY for the first frame of a message, CONTINUATION for the others; text must be UTF-8
     */
    void send(boolean fin, Opcode opcode, byte[] bytes, int from, int to);

    /** Sends a message of text. */
    void text(String text);

    /** Sends a message of octets. */
    void binary(byte[] bytes, int from, int to);

    /** Sends a ping of at most 125 bytes. */
    void ping(byte[] bytes, int from, int to);

    /**
     * Sends a close, and ends when the peer has answered it, or after a while.
     *
     * @param code one that may be sent
     * @param reason at most 123 bytes of UTF-8
     */
    void close(int code, String reason);

    /** The subprotocol that both sides speak; null where none was agreed on. */
    @Nullable
    String subprotocol();

    /** Whether more should be sent now: false from the high-water mark until the low one is reached again. */
    boolean writable();
}
