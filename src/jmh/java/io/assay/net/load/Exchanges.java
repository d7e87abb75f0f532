package io.assay.net.load;

import java.nio.ByteBuffer;

/** What a load client asks, and what it expects. Called by the client's thread alone. */
public interface Exchanges {
    /**
     * Puts a request into a buffer, which has room for 64 KiB.
     *
     * @param number counts from 0 over all connections
     */
    void request(long number, ByteBuffer to);

    /**
     * Looks at the answer to a request.
     *
     * @throws WrongAnswerException if it is not the one that was expected
     */
    void check(long number, int status, byte[] bytes, int bodyFrom, int bodyTo);

    /** The same request over and over, with one answer: its status is 200. */
    static Exchanges same(byte[] request, byte[] body) {
        return new SameExchange(request, body);
    }
}
