package io.assay.hpack.peers;

import java.io.InputStream;

/** An input stream over a range that can be moved; unsynchronised, unlike the JDK's, so that no peer pays for locks. */
final class RangeInputStream extends InputStream {
    private final byte[] bytes;
    private int next;
    private int end;
    private int marked;

    RangeInputStream(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Moves to a range. */
    RangeInputStream at(int from, int to) {
        next = from;
        end = to;
        marked = from;
        return this;
    }

    @Override
    public int read() {
        return next == end ? -1 : bytes[next++] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (next == end) {
            return -1;
        }
        int count = Math.min(length, end - next);
        System.arraycopy(bytes, next, target, offset, count);
        next += count;
        return count;
    }

    @Override
    public long skip(long count) {
        int skipped = (int) Math.max(0, Math.min(count, end - next));
        next += skipped;
        return skipped;
    }

    @Override
    public int available() {
        return end - next;
    }

    @Override
    public boolean markSupported() {
        return true;
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // that is the point: see the class
    public void mark(int limit) {
        marked = next;
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // that is the point: see the class
    public void reset() {
        next = marked;
    }
}
