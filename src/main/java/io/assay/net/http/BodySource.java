package io.assay.net.http;

/** Makes the body of a response piece by piece, as fast as the peer takes it; on the loop's thread. */
public interface BodySource {
    /**
     * Writes the next piece: at least one byte, unless it was the last. Called only while the connection takes more.
     *
     * @return whether there is more
     */
    boolean next(Sink sink) throws Exception;

    /**
     * The body is not asked for any more.
     *
     * @param whole whether all of it was written; false when the connection has ended or {@link #next} threw
     */
    default void ended(boolean whole) {}

    /** Takes the pieces. */
    interface Sink {
        /**
         * Writes bytes, which may be changed afterwards. What does not fit into the connection's {@code maxOutput} ends it, and is
         * reported: a piece a call of {@link BodySource#next}, of some 32 KiB, always does.
         */
        void write(byte[] bytes, int from, int to);
    }
}
