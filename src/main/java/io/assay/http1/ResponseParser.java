package io.assay.http1;

import java.nio.ByteBuffer;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/** Skeleton of the interface. */
public final class ResponseParser {
    public static final int NEED_MORE = 0;
    public static final int REFUSED = -1;

    private final Fields fields = new Fields();

    public ResponseParser() {
        this(Http1Limits.DEFAULT, Strictness.STRICT);
    }

    public ResponseParser(Http1Limits limits, Strictness strictness) {}

    public int parse(byte[] buffer, int from, int to) {
        return REFUSED;
    }

    public int parse(ByteBuffer buffer) {
        return REFUSED;
    }

    public int parse(DirectBuffer buffer, int offset, int length) {
        return REFUSED;
    }

    public void reset() {}

    public @Nullable Http1Error error() {
        return null;
    }

    public int errorOffset() {
        return -1;
    }

    public Fields fields() {
        return fields;
    }

    public int minorVersion() {
        return 1;
    }

    public int status() {
        return 0;
    }

    public int reasonStart() {
        return 0;
    }

    public int reasonEnd() {
        return 0;
    }

    public String reason() {
        return "";
    }

    public Framing framing(RequestMethod request) {
        return Framing.NONE;
    }

    public long contentLength() {
        return -1;
    }

    public boolean keepAlive(RequestMethod request) {
        return true;
    }

    public boolean upgrade() {
        return false;
    }
}
