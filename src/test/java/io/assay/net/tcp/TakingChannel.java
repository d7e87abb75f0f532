package io.assay.net.tcp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.GatheringByteChannel;

/** A connection that keeps what is written to it, as long as it has room. */
final class TakingChannel implements GatheringByteChannel {
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    /** Bytes that it still takes. */
    int room;

    int calls;

    byte[] taken() {
        return taken.toByteArray();
    }

    @Override
    public int write(ByteBuffer from) {
        return (int) write(new ByteBuffer[] {from});
    }

    @Override
    public long write(ByteBuffer[] from) {
        return write(from, 0, from.length);
    }

    @Override
    public long write(ByteBuffer[] from, int offset, int length) {
        calls++;
        int before = room;
        for (int i = offset; i < offset + length; i++) {
            for (; room > 0 && from[i].hasRemaining(); room--) taken.write(from[i].get());
        }
        return before - room;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {}
}
