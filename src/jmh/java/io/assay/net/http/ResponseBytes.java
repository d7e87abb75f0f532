package io.assay.net.http;

import io.assay.json.JsonException;
import io.assay.json.JsonTypes;

/** The server's own writer of responses, without a connection: for a benchmark of this one part. For one thread. */
public final class ResponseBytes {
    private final ResponseWriter writer;

    /** Makes one. */
    public ResponseBytes(JsonTypes types) {
        writer = new ResponseWriter(types.newCodec());
    }

    /**
     * Lays out an answer with a short body that keeps its connection.
     *
     * @return how many of the {@link #bytes} it is
     * @throws JsonException when its object cannot be written
     */
    public int write(HttpResponse response) throws JsonException {
        writer.format(response, ResponseWriter.Persistence.KEEP_ALIVE, false);
        return writer.length();
    }

    /** What was laid out last. */
    public byte[] bytes() {
        return writer.bytes();
    }
}
