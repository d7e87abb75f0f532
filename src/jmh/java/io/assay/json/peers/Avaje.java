package io.assay.json.peers;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.io.OutputStream;

/** avaje-jsonb, whose adapters are generated when the classes are compiled. */
final class Avaje extends ToStreamFromWholeArrays {
    private final JsonType<Object> type;

    Avaje(Class<?> type) {
        this.type = type(type);
    }

    /** One at a time: builders of several threads at once change one list of what the class path offers. */
    @SuppressWarnings("unchecked")
    private static synchronized JsonType<Object> type(Class<?> type) {
        return (JsonType<Object>) Jsonb.builder()
                .serializeNulls(true)
                .serializeEmpty(true)
                .build()
                .type(type);
    }

    @Override
    void encode(Object value, OutputStream out) {
        type.toJson(value, out);
    }

    @Override
    byte[] encode(Object value) {
        return type.toJsonBytes(value);
    }

    @Override
    Object decode(byte[] document) {
        return type.fromJson(document);
    }
}
