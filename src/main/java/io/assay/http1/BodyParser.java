package io.assay.http1;

import java.nio.ByteBuffer;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Skeleton of the interface. {@code n = parse(b, from, to)}: REFUSED, or the bytes that are done with; go on with
 * {@code parse(b, from + n, ...)}. {@code dataLength()} bytes of body lie at {@code from + dataStart()}, within those.
 * No data and not {@code done()}: more bytes are needed behind those that are not done with.
 */
public final class BodyParser {
    public static final int REFUSED = -1;

    private final Fields trailers = new Fields();

    public BodyParser() {
        this(Http1Limits.DEFAULT);
    }

    public BodyParser(Http1Limits limits) {}

    public void begin(Framing framing, long contentLength) {}

    public int parse(byte[] buffer, int from, int to) {
        return REFUSED;
    }

    public int parse(ByteBuffer buffer) {
        return REFUSED;
    }

    public int parse(DirectBuffer buffer, int offset, int length) {
        return REFUSED;
    }

    public boolean endOfInput() {
        return false;
    }

    public boolean done() {
        return false;
    }

    public int dataStart() {
        return 0;
    }

    public int dataLength() {
        return 0;
    }

    public Fields trailers() {
        return trailers;
    }

    public @Nullable Http1Error error() {
        return null;
    }

    public long errorOffset() {
        return -1;
    }
}
