package io.assay.net.http;

/** A body that is there, in pieces as fast as the peer takes them: what it has not taken yet is held once, not copied. */
final class ArraySource implements BodySource {
    /** As large as a chunk of output. */
    static final int PIECE = 32 << 10;

    private final byte[] bytes;
    private final int end;
    private int at;

    ArraySource(byte[] bytes, int end) {
        this.bytes = bytes;
        this.end = end;
    }

    @Override
    public boolean next(Sink sink) {
        int from = at;
        at = Math.min(end, from + PIECE);
        sink.write(bytes, from, at);
        return at < end;
    }
}
