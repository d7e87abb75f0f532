package io.assay.json.peers;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;

/** Jackson 2. */
final class Jackson2 extends ToStream {
    private final ObjectReader reader;
    private final ObjectWriter writer;

    Jackson2(Class<?> type) {
        ObjectMapper mapper = JsonMapper.builder()
                .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .build();
        reader = mapper.readerFor(type);
        writer = mapper.writerFor(type);
    }

    @Override
    void encode(Object value, OutputStream out) throws IOException {
        writer.writeValue(out, value);
    }

    @Override
    public Object read(byte[] document, int length) throws IOException {
        return reader.readValue(document, 0, length);
    }
}
