package io.assay.json;

import com.dslplatform.json.ConfigurationException;
import com.dslplatform.json.DslJson;
import com.dslplatform.json.JsonReader;
import com.dslplatform.json.JsonWriter;
import com.dslplatform.json.runtime.CollectionAnalyzer;
import com.dslplatform.json.runtime.MapAnalyzer;

/** Finds the converters that DSL-JSON's processor generated. Never its reflection. */
final class DslConverters {
    private DslConverters() {}

    static JsonConverter<?> of(Class<?> type) {
        GeneratedConverters.find(
                type, "_DslJsonConverter", "com.dslplatform.json.processor.CompiledJsonAnnotationProcessor");
        // Settings without the basic set-up have no reflection over objects; nested generated converters are found by
        // name.
        DslJson.Settings<Object> settings = new DslJson.Settings<>()
                .includeServiceLoader(type.getClassLoader())
                .resolveReader(CollectionAnalyzer.READER)
                .resolveWriter(CollectionAnalyzer.WRITER)
                .resolveReader(MapAnalyzer.READER)
                .resolveWriter(MapAnalyzer.WRITER)
                .doublePrecision(JsonReader.DoublePrecision.EXACT);
        try {
            return converter(type, new DslJson<>(settings));
        } catch (ConfigurationException | LinkageError e) {
            throw new NoConverterException("DSL-JSON cannot load its converter of " + type.getName() + ": " + e, e);
        }
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
