package io.assay.net.websocket;

/** Why bytes were refused. The connection is to be failed: a close frame with the code, then the end (RFC 6455 section 7.1.7). */
public enum WebSocketError {
    /** A reserved bit, and no extension was negotiated (section 5.2). */
    RESERVED_BIT(CloseCode.PROTOCOL_ERROR),
    /** An opcode without a meaning (section 5.2). */
    RESERVED_OPCODE(CloseCode.PROTOCOL_ERROR),
    /** A close, ping or pong that is fragmented (section 5.4). */
    FRAGMENTED_CONTROL(CloseCode.PROTOCOL_ERROR),
    /** A close, ping or pong of more than 125 octets (section 5.5). */
    CONTROL_TOO_LONG(CloseCode.PROTOCOL_ERROR),
    /** A continuation, and no message is begun (section 5.4). */
    NOTHING_TO_CONTINUE(CloseCode.PROTOCOL_ERROR),
    /** A new message before the last one has ended (section 5.4). */
    MESSAGE_NOT_ENDED(CloseCode.PROTOCOL_ERROR),
    /** A client's frame without a mask (section 5.1). */
    NOT_MASKED(CloseCode.PROTOCOL_ERROR),
    /** A server's frame with a mask (section 5.1). */
    MASKED(CloseCode.PROTOCOL_ERROR),
    /** A length in more octets than it needs (section 5.2). */
    LENGTH_NOT_MINIMAL(CloseCode.PROTOCOL_ERROR),
    /** A length whose highest bit is set (section 5.2). */
    BAD_LENGTH(CloseCode.PROTOCOL_ERROR),
    /** A close frame of one octet: half a code (section 5.5.1). */
    BAD_CLOSE(CloseCode.PROTOCOL_ERROR),
    /** A close code that must not be sent (section 7.4). */
    BAD_CLOSE_CODE(CloseCode.PROTOCOL_ERROR),
    /** Text, or the reason of a close, that is not UTF-8 (section 8.1). */
    BAD_UTF8(CloseCode.INVALID_DATA),
    /** {@link WebSocketLimits#maxFrame()}. */
    FRAME_TOO_LONG(CloseCode.TOO_BIG),
    /** {@link WebSocketLimits#maxMessage()}. */
    MESSAGE_TOO_LONG(CloseCode.TOO_BIG),
    /** {@link WebSocketLimits#maxFragments()}. */
    TOO_MANY_FRAGMENTS(CloseCode.TOO_BIG);

    private final int closeCode;

    WebSocketError(int closeCode) {
        this.closeCode = closeCode;
    }

    /** The code to close with: 1002, 1007 or 1009. */
    public int closeCode() {
        return closeCode;
    }
}
