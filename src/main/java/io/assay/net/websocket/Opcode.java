package io.assay.net.websocket;

/** What a frame is (RFC 6455 section 5.2). */
public enum Opcode {
    /** Goes on with a fragmented message. */
    CONTINUATION(0x0),
    /** Starts a message of UTF-8. */
    TEXT(0x1),
    /** Starts a message of octets. */
    BINARY(0x2),
    /** Ends the connection. */
    CLOSE(0x8),
    /** Asks for a pong with the same payload. */
    PING(0x9),
    /** Answers a ping, or comes by itself. */
    PONG(0xA);

    private final int code;

    Opcode(int code) {
        this.code = code;
    }

    /** The four bits on the wire. */
    public int code() {
        return code;
    }

    /** Whether it is a close, ping or pong: at most 125 octets, never fragmented (section 5.5). */
    public boolean isControl() {
        return isControl(code);
    }

    static boolean isControl(int code) {
        return (code & 0x8) != 0;
    }

    /** Whether the RFC gives the code a meaning. */
    static boolean isDefined(int code) {
        return code <= 0x2 || (code >= 0x8 && code <= 0xA);
    }
}
