package org.apache.coyote.http11;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;
import org.apache.coyote.Request;
import org.apache.coyote.http11.filters.ChunkedInputFilter;
import org.apache.coyote.http11.filters.IdentityInputFilter;
import org.apache.tomcat.util.http.parser.HttpParser;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Opens Tomcat's package-private reading of requests. It moves values in its buffer to the left over the white space before
 * them, so a request can be parsed once: each buffer is copied to it anew, as the socket's bytes would be.
 */
public final class TomcatRequests implements ApplicationBufferHandler {
    private static final int LIMIT = 8_192;
    private static final Set<String> TRAILERS = Set.of("x-checksum");

    private final Request request = new Request();
    private final Http11InputBuffer input;
    private final InputFilter identity = new IdentityInputFilter(LIMIT);
    private final InputFilter chunked = new ChunkedInputFilter(request, LIMIT, TRAILERS, LIMIT, LIMIT);
    private final byte[] bytes;
    private final ByteBuffer in;
    private boolean hasBody;
    private ByteBuffer body = ByteBuffer.allocate(0);

    /** Over these bytes. */
    public TomcatRequests(byte[] bytes) {
        this.bytes = bytes;
        in = ByteBuffer.allocate(2 * LIMIT);
        input = new Http11InputBuffer(request, LIMIT, new HttpParser(null, null));
        input.addFilter(identity);
        input.addFilter(chunked);
        input.setByteBuffer(in);
        request.setInputBuffer(input);
    }

    /** Takes a buffer and goes to its first request. */
    public void seek(int from, int to) {
        System.arraycopy(bytes, from, in.array(), 0, to - from);
        in.limit(to - from).position(0);
    }

    /** Whether there is a request more. */
    public boolean hasNext() {
        return in.hasRemaining();
    }

    /** Parses a head, and gets its body ready to be read. */
    public Request next() throws IOException {
        int from = in.position();
        int to = in.limit();
        // A buffer that looks used up spares us the move of what is left to the start of the array.
        in.position(to);
        input.nextRequest();
        in.limit(to).position(from);
        if (!input.parseRequestLine(false, 0, 0) || !input.parseHeaders()) {
            throw new EOFException("needs more");
        }
        boolean coded = request.getMimeHeaders().getValue("transfer-encoding") != null;
        hasBody = coded || request.getContentLengthLong() >= 0;
        if (hasBody) {
            input.addActiveFilter(coded ? chunked : identity);
        }
        return request;
    }

    /**
     * Reads a part of the body.
     *
     * @return it, or null behind its end
     */
    public ByteBuffer read() throws IOException {
        return hasBody && input.doRead(this) >= 0 ? body : null;
    }

    /** Ends the request, and leaves what follows it. */
    public void end() throws IOException {
        input.endRequest();
    }

    @Override
    public void setByteBuffer(ByteBuffer buffer) {
        body = buffer;
    }

    @Override
    public ByteBuffer getByteBuffer() {
        return body;
    }

    @Override
    public void expand(int size) {
        throw new IllegalStateException("asked for " + size + " bytes, in an array that holds all there is");
    }
}
