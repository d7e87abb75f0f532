package org.apache.hc.core5.http.impl.nio;

import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** Opens HttpCore's package-private input buffer: holds all bytes, and shows a part of them at a time. */
public final class WrappedInput extends SessionInputBufferImpl {
    /** Over a copy of these bytes. */
    public WrappedInput(byte[] bytes) {
        super(bytes.length);
        put(ByteBuffer.wrap(bytes));
        setOutputMode();
    }

    /** Shows these bytes. */
    public void seek(int from, int to) {
        buffer().limit(to).position(from);
    }

    /** Finds nothing more; the library would move what is left to the start first, at every chunk. */
    @Override
    public int fill(ReadableByteChannel channel) {
        return 0;
    }
}
