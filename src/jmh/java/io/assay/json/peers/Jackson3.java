package io.assay.json.peers;

import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.module.blackbird.BlackbirdModule;

/** Jackson 3 with Blackbird. */
final class Jackson3 extends FreshArray {
    private final ObjectReader reader;
    private final ObjectWriter writer;

    Jackson3(Class<?> type) {
        JsonMapper mapper = JsonMapper.builder()
                .addModule(new BlackbirdModule())
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .build();
        reader = mapper.readerFor(type);
        writer = mapper.writerFor(type);
    }

    @Override
    byte[] encode(Object value) {
        return writer.writeValueAsBytes(value);
    }

    @Override
    public Object read(byte[] document, int length) {
        return reader.readValue(document, 0, length);
    }
}
