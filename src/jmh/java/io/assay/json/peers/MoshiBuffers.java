package io.assay.json.peers;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.io.OutputStream;
import okio.Buffer;

/** Moshi on Okio's buffers, which recycle their segments. */
final class MoshiBuffers extends ToStream {
    private final JsonAdapter<Object> adapter;
    private final Buffer buffer = new Buffer();

    @SuppressWarnings("unchecked")
    MoshiBuffers(Class<?> type) {
        adapter =
                (JsonAdapter<Object>) new Moshi.Builder().build().adapter(type).serializeNulls();
    }

    @Override
    void encode(Object value, OutputStream out) throws IOException {
        adapter.toJson(buffer, value);
        buffer.writeTo(out);
    }

    @Override
    public Object read(byte[] document, int length) throws IOException {
        buffer.write(document, 0, length);
        try {
            return adapter.fromJson(buffer);
        } finally {
            buffer.clear();
        }
    }
}
