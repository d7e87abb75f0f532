package io.assay.json.peers;

import java.io.OutputStream;
import java.util.Arrays;

/** A stream into an array that is kept, as a server keeps one for a connection; unlike the JDK's without a lock. */
final class KeptArray extends OutputStream {
    private byte[] bytes = new byte[1024];
    private int length;

    void rewind() {
        length = 0;
    }

    byte[] array() {
        return bytes;
    }

    int length() {
        return length;
    }

    @Override
    public void write(int octet) {
        room(1);
        bytes[length++] = (byte) octet;
    }

    @Override
    public void write(byte[] from, int at, int count) {
        room(count);
        System.arraycopy(from, at, bytes, length, count);
        length += count;
    }

    private void room(int count) {
        if (count > bytes.length - length) bytes = Arrays.copyOf(bytes, Math.max(length + count, 2 * bytes.length));
    }
}
