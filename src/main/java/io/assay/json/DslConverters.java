package io.assay.json;

import com.dslplatform.json.DslJson;
import com.dslplatform.json.JsonReader;
import com.dslplatform.json.JsonWriter;

/** Finds the converters that DSL-JSON's processor generated. Never its reflection. */
final class DslConverters {
    private DslConverters() {}

    static JsonConverter<?> of(Class<?> type) {
        GeneratedConverters.find(
                type, "_DslJsonConverter", "is com.dslplatform:dsl-json on the compiler's processor path");
        // Settings without the basic set-up have no reflection; generated converters are found by name, nested ones
        // too.
        return converter(type, new DslJson<>(new DslJson.Settings<>().includeServiceLoader(type.getClassLoader())));
    }

    private static <T> JsonConverter<T> converter(Class<T> type, DslJson<Object> json) {
        JsonReader.ReadObject<T> reader = json.tryFindReader(type);
        JsonWriter.WriteObject<T> writer = json.tryFindWriter(type);
        if (reader == null || writer == null) {
            throw new NoConverterException("DSL-JSON has no converter for " + type.getName());
        }
        return new DslConverter<>(json, reader, writer);
    }
}
