package io.assay.json.peers;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;

/** Jackson 2. */
final class Jackson2 extends FreshArray {
    private final ObjectReader reader;
    private final ObjectWriter writer;

    Jackson2(Class<?> type) {
        ObjectMapper mapper = new ObjectMapper();
        reader = mapper.readerFor(type);
        writer = mapper.writerFor(type);
    }

    @Override
    byte[] encode(Object value) throws IOException {
        return writer.writeValueAsBytes(value);
    }

    @Override
    public Object read(byte[] document, int length) throws IOException {
        return reader.readValue(document, 0, length);
    }
}
