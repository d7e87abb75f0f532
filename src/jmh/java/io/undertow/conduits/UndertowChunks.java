package io.undertow.conduits;

import io.undertow.util.Attachable;
import io.undertow.util.AttachmentKey;
import io.undertow.util.HeaderMap;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Opens Undertow's package-private reader of chunks. */
public final class UndertowChunks {
    private final ChunkReader reader;

    /** For one message, as its server makes it. */
    public UndertowChunks(Attachable exchange, AttachmentKey<HeaderMap> trailers) {
        reader = new ChunkReader(exchange, trailers, BytesCounter.NULL);
    }

    /**
     * Goes on to the next chunk.
     *
     * @return length of its data, which is at the buffer's position and has to be skipped, or -1 behind the last
     */
    public int next(ByteBuffer in) throws IOException {
        return (int) reader.readChunk(in);
    }

    /** The data of the chunk was taken. */
    public void taken() {
        reader.setChunkRemaining(0);
    }
}
