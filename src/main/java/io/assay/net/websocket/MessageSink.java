package io.assay.net.websocket;

/**
 * Takes what a {@link MessageDecoder} finds. The bytes are lent: they are those of the decoder's input or of its own, and
 * stay as they are until the method returns.
 */
public interface MessageSink {
    /** A whole message of text, which is UTF-8. */
    void text(byte[] bytes, int from, int to);

    /** A whole message of octets. */
    void binary(byte[] bytes, int from, int to);

    /** A ping: to be answered by a pong of the same payload. */
    void ping(byte[] bytes, int from, int to);

    /** A pong. */
    void pong(byte[] bytes, int from, int to);

    /**
     * A close, which ends what the peer sends: to be answered by a close, unless one was sent before.
     *
     * @param code {@link CloseCode#NONE} if there is none
     * @param bytes with the reason, which is UTF-8, in {@code [from,to)}
     */
    void close(int code, byte[] bytes, int from, int to);
}
