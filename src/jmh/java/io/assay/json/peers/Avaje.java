package io.assay.json.peers;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;

/** avaje-jsonb, whose adapters are generated when the classes are compiled. */
final class Avaje extends FreshArray {
    private final JsonType<Object> type;

    @SuppressWarnings("unchecked")
    Avaje(Class<?> type) {
        this.type = (JsonType<Object>) Jsonb.builder()
                .serializeNulls(true)
                .serializeEmpty(true)
                .build()
                .type(type);
    }

    @Override
    byte[] encode(Object value) {
        return type.toJsonBytes(value);
    }

    @Override
    public Object read(byte[] document, int length) {
        return type.fromJson(exact(document, length));
    }
}
