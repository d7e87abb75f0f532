package io.assay.json.peers;

import io.assay.json.JsonCodec;
import io.assay.json.JsonTypes;

/** Ours. */
final class AssayJson implements JsonAdapter {
    private final JsonCodec codec;
    private final Class<?> type;
    private int length;

    AssayJson(JsonTypes types, Class<?> type) {
        codec = types.newCodec();
        this.type = type;
    }

    @Override
    public byte[] write(Object value) throws Exception {
        length = codec.write(value);
        return codec.buffer();
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public Object read(byte[] document, int length) throws Exception {
        return codec.read(document, 0, length, type);
    }
}
