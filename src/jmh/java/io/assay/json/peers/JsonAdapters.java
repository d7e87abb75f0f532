package io.assay.json.peers;

import io.assay.json.JsonTypes;
import java.util.List;

/** Makes adapters, each for one thread. */
public final class JsonAdapters {
    private JsonAdapters() {}

    /** How an adapter is made; the bound alone needs what was drawn. */
    public interface Factory {
        /** An adapter for documents of a class. */
        JsonAdapter of(Class<?> type, List<Object> objects, List<byte[]> documents);
    }

    /** Ours. */
    public static JsonAdapter assay(Class<?> type, List<Object> objects, List<byte[]> documents) {
        return new AssayJson(JsonTypes.of(type), type);
    }

    /** Ours, a fresh array a document. */
    public static JsonAdapter assayFresh(Class<?> type, List<Object> objects, List<byte[]> documents) {
        return new AssayFresh(JsonTypes.of(type), type);
    }

    /** DSL-JSON's converters behind our checks. */
    public static JsonAdapter assayDsl(Class<?> type, List<Object> objects, List<byte[]> documents) {
        return new AssayJson(JsonTypes.builder().addDsl(type).build(), type);
    }

    /** DSL-JSON. */
    public static JsonAdapter dslJson(Class<?> type, List<Object> objects, List<byte[]> documents) {
        return new DslJsonAlone(type);
    }

    /** fastjson2. */
    public static JsonAdapter fastjson2(Class<?> type, List<Object> objects, List<byte[]> documents) {
        return new Fastjson2(type);
    }

    /** avaje-jsonb. */
    public static JsonAdapter avaje(Class<?> type, List<Object> objects, List<byte[]> documents) {
        return new Avaje(type);
    }

    /** Jackson 3. */
    public static JsonAdapter jackson3(Class<?> type, List<Object> objects, List<byte[]> documents) {
        return new Jackson3(type);
    }

    /** Jackson 2. */
    public static JsonAdapter jackson2(Class<?> type, List<Object> objects, List<byte[]> documents) {
        return new Jackson2(type);
    }

    /** Gson. */
    public static JsonAdapter gson(Class<?> type, List<Object> objects, List<byte[]> documents) {
        return new GsonStrings(type);
    }

    /** Moshi. */
    public static JsonAdapter moshi(Class<?> type, List<Object> objects, List<byte[]> documents) {
        return new MoshiBuffers(type);
    }

    /** Fory. */
    public static JsonAdapter fory(Class<?> type, List<Object> objects, List<byte[]> documents) {
        return new Fory(type);
    }

    /** A copy of the document. */
    public static JsonAdapter memoryCopy(Class<?> type, List<Object> objects, List<byte[]> documents) {
        return new MemoryCopy(objects, documents);
    }
}
