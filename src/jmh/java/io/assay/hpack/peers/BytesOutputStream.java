package io.assay.hpack.peers;

import java.io.OutputStream;

/** An output stream into one array; unsynchronised, unlike the JDK's, so that no peer pays for locks. */
final class BytesOutputStream extends OutputStream {
    private final byte[] bytes;
    private int size;

    BytesOutputStream(int capacity) {
        bytes = new byte[capacity];
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    byte at(int offset) {
        return bytes[offset];
    }

    @Override
    public void write(int b) {
        bytes[size++] = (byte) b;
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        System.arraycopy(source, offset, bytes, size, length);
        size += length;
    }
}
