package io.assay.http1.peers;

/**
 * An HTTP/1.1 parser as the benchmark sees it: made over the bytes of all buffers, so that each library wraps them in its
 * own kind of buffer once. Not thread-safe.
 */
public interface Http1Adapter {
    /** The most bytes that a head may have, for parsers that have to be told: more than any workload's. */
    int MAX_HEAD = 8_192;

    /**
     * Parses every message of a buffer to the end of its body, and tells of each how many fields it has, how long its
     * target is, or its status, and how long its body is.
     *
     * @param from offset of the first byte
     * @param to offset behind the last byte
     * @throws Exception when the library refuses a message, or wants more than there is
     */
    void parse(int from, int to, MessageSum sum) throws Exception;

    /**
     * Parses every message of a buffer and reads it: start line, each name and each value as {@code String}s, and the
     * bytes of the body copied to {@link MessageSum}.
     *
     * @throws Exception as {@link #parse}
     */
    void parseAndRead(int from, int to, MessageSum sum) throws Exception;
}
