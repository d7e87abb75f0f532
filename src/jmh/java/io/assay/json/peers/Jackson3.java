package io.assay.json.peers;

import java.io.OutputStream;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.module.blackbird.BlackbirdModule;

/** Jackson 3 with Blackbird. */
final class Jackson3 extends ToStream {
    private final ObjectReader reader;
    private final ObjectWriter writer;

    Jackson3(Class<?> type) {
        JsonMapper mapper = JsonMapper.builder()
                .addModule(new BlackbirdModule())
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .build();
        reader = mapper.readerFor(type);
        writer = mapper.writerFor(type);
    }

    @Override
    void encode(Object value, OutputStream out) {
        writer.writeValue(out, value);
    }

    @Override
    public Object read(byte[] document, int length) {
        return reader.readValue(document, 0, length);
    }
}
