package io.assay.json.peers;

import com.dslplatform.json.DslJson;
import com.dslplatform.json.JsonReader;
import com.dslplatform.json.JsonWriter;
import com.dslplatform.json.runtime.CollectionAnalyzer;

/** DSL-JSON with the converter that its processor generated; it has no reflection to fall back to. */
final class DslJsonAlone implements JsonAdapter {
    private final JsonReader<Object> reader;
    private final JsonWriter writer;
    private final JsonReader.ReadObject<Object> decoder;
    private final JsonWriter.WriteObject<Object> encoder;

    @SuppressWarnings("unchecked")
    DslJsonAlone(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        DslJson<Object> json = new DslJson<>(new DslJson.Settings<>()
                .includeServiceLoader(loader)
                .resolveReader(CollectionAnalyzer.READER)
                .resolveWriter(CollectionAnalyzer.WRITER)
                .doublePrecision(JsonReader.DoublePrecision.EXACT));
        decoder = (JsonReader.ReadObject<Object>) json.tryFindReader(type);
        encoder = (JsonWriter.WriteObject<Object>) json.tryFindWriter(type);
        reader = json.newReader(new byte[64]);
        writer = json.newWriter();
    }

    @Override
    public byte[] write(Object value) {
        writer.reset();
        encoder.write(writer, value);
        return writer.getByteBuffer();
    }

    @Override
    public int length() {
        return writer.size();
    }

    @Override
    public Object read(byte[] document, int length) throws Exception {
        reader.process(document, length);
        reader.getNextToken();
        return decoder.read(reader);
    }
}
