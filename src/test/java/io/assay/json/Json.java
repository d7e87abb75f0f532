package io.assay.json;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;

/** Documents as strings, for the tests. */
final class Json {
    private Json() {}

    static byte[] bytes(String document) {
        return document.getBytes(StandardCharsets.UTF_8);
    }

    static JsonCodec codec(Class<?>... types) {
        return JsonTypes.of(types).newCodec();
    }

    static Object read(String document) throws JsonException {
        return read(bytes(document), Object.class);
    }

    static <T> T read(byte[] b, Class<T> type) throws JsonException {
        return codec(type).read(b, 0, b.length, type);
    }

    static <T> T read(String document, Class<T> type) throws JsonException {
        return read(bytes(document), type);
    }

    static String write(Object value) throws JsonException {
        JsonTypes types = JsonTypes.of(Object.class, Sample.class, Sample.Fields.class, Sample.Nothing.class);
        return new String(types.newCodec().toBytes(value), StandardCharsets.UTF_8);
    }

    /** The error and its place as {@code ERROR@offset}. */
    static String refusal(byte[] b, Class<?> type) {
        JsonException e = assertThrows(JsonException.class, () -> read(b, type));
        return e.error() + "@" + e.offset();
    }

    static String refusal(String document) {
        return refusal(bytes(document), Object.class);
    }
}
