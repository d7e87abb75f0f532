package io.assay.net.http;

import io.assay.net.tcp.TcpConnection;

/** Writes the body of one response, as fast as its source makes it and the peer takes it; on the loop's thread. */
final class BodyStream implements BodySource.Sink {
    private final LoopState loop;
    private final TcpConnection connection;
    private final BodySource source;
    private final boolean chunked;
    private boolean wrote;
    private boolean over;

    /** A body in chunks, or, for HTTP/1.0, as it is. */
    BodyStream(LoopState loop, TcpConnection connection, BodySource source, boolean chunked) {
        this.loop = loop;
        this.connection = connection;
        this.source = source;
        this.chunked = chunked;
    }

    boolean chunked() {
        return chunked;
    }

    /** Writes what the connection takes now; says whether that was the last of it. */
    boolean advance() {
        boolean more = true;
        try {
            while (more && connection.writable()) {
                wrote = false;
                more = source.next(this);
                if (more && !wrote) throw new IllegalStateException("a body source wrote nothing and has not ended");
            }
        } catch (Throwable failure) {
            // The head is out: only the end of the connection can say that the body is not whole.
            loop.net.report(this, failure);
            connection.abort();
            return false;
        }
        if (more || over) return false;
        if (chunked) loop.writer.lastChunk(connection);
        end(true);
        return true;
    }

    @Override
    public void write(byte[] bytes, int from, int to) {
        if (from == to) return;
        wrote = true;
        if (to - from > connection.room() - ResponseWriter.CHUNK_FRAME) {
            throw new IllegalArgumentException("a piece of " + (to - from) + " bytes of a body, where "
                    + connection.room() + " fit into maxOutput: smaller pieces, one for each call");
        }
        if (chunked) {
            loop.writer.chunk(connection, bytes, from, to);
        } else {
            connection.write(bytes, from, to);
        }
    }

    /** Tells the source that no more is asked for; once. */
    void end(boolean whole) {
        if (over) return;
        over = true;
        try {
            source.ended(whole);
        } catch (Throwable failure) {
            loop.net.report(this, failure);
        }
    }
}
