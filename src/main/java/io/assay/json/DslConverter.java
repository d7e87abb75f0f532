package io.assay.json;

import com.dslplatform.json.DslJson;
import com.dslplatform.json.JsonReader;
import com.dslplatform.json.JsonWriter;
import com.dslplatform.json.SerializationException;
import java.io.IOException;

/**
 * A converter of DSL-JSON's behind the checks that it has not: a value is walked once by ours, which holds grammar, UTF-8,
 * surrogates and limits, and then read by DSL-JSON's. Its reader starts at an array's first byte alone, so a value that lies
 * elsewhere is copied.
 */
final class DslConverter<T> implements JsonConverter<T> {
    private final DslJson<Object> json;
    private final JsonReader.ReadObject<T> reader;
    private final JsonWriter.WriteObject<T> writer;

    DslConverter(DslJson<Object> json, JsonReader.ReadObject<T> reader, JsonWriter.WriteObject<T> writer) {
        this.json = json;
        this.reader = reader;
        this.writer = writer;
    }

    @Override
    public T read(JsonInput in) throws JsonException {
        in.token();
        int from = in.position;
        in.skipValue();
        JsonReader<Object> dsl = in.dsl(json, from);
        try {
            dsl.getNextToken();
            T value = reader.read(dsl);
            if (value == null) throw in.error(JsonError.WRONG_TYPE, from);
            return value;
        } catch (JsonException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new JsonException(JsonError.CONVERTER_REFUSED, from - in.start, e);
        }
    }

    @Override
    public void write(JsonOutput out, T value) throws JsonException {
        JsonWriter dsl = out.dsl(json);
        dsl.reset();
        try {
            writer.write(dsl, value);
        } catch (SerializationException e) {
            throw new JsonException(JsonError.CONVERTER_REFUSED, out.length(), e);
        }
        out.raw(dsl.getByteBuffer(), 0, dsl.size());
    }
}
