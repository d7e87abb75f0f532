package io.assay.json.peers;

import io.assay.json.JsonCodec;
import io.assay.json.JsonTypes;

/** Ours into a fresh array, as most libraries are used. */
final class AssayFresh extends FreshArray {
    private final JsonCodec codec;
    private final Class<?> type;

    AssayFresh(JsonTypes types, Class<?> type) {
        codec = types.newCodec();
        this.type = type;
    }

    @Override
    byte[] encode(Object value) throws Exception {
        return codec.toBytes(value);
    }

    @Override
    public Object read(byte[] document, int length) throws Exception {
        return codec.read(document, 0, length, type);
    }
}
