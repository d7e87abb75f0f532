package io.assay.http1;

import java.nio.ByteBuffer;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/** Skeleton of the interface. */
public final class RequestParser {
    /** All of the head is not there yet. */
    public static final int NEED_MORE = 0;
    /** The bytes are refused; {@link #error()} says why. */
    public static final int REFUSED = -1;

    private final Fields fields = new Fields();

    public RequestParser() {
        this(Http1Limits.DEFAULT, Strictness.STRICT);
    }

    public RequestParser(Http1Limits limits, Strictness strictness) {}

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

    public RequestMethod method() {
        return RequestMethod.OTHER;
    }

    public String methodName() {
        return "";
    }

    public int methodStart() {
        return 0;
    }

    public int methodEnd() {
        return 0;
    }

    public TargetForm targetForm() {
        return TargetForm.ORIGIN;
    }

    public String target() {
        return "";
    }

    public int targetStart() {
        return 0;
    }

    public int targetEnd() {
        return 0;
    }

    public int minorVersion() {
        return 1;
    }

    public Framing framing() {
        return Framing.NONE;
    }

    public long contentLength() {
        return -1;
    }

    public boolean keepAlive() {
        return true;
    }

    public boolean expectContinue() {
        return false;
    }

    public boolean upgrade() {
        return false;
    }
}
