package io.assay.json.peers;

import java.io.OutputStream;
import org.apache.fory.json.ForyJson;

/** Apache Fory's JSON, whose code it makes at run time, here at the first call. */
final class Fory extends ToStreamFromWholeArrays {
    private final ForyJson json = ForyJson.builder()
            .withFieldMode(true)
            .writeNullFields(true)
            .withCodegen(true)
            .withAsyncCompilation(false)
            .build();
    private final Class<?> type;

    Fory(Class<?> type) {
        this.type = type;
    }

    @Override
    void encode(Object value, OutputStream out) {
        json.writeJsonTo(value, out);
    }

    @Override
    byte[] encode(Object value) {
        return json.toJsonBytes(value);
    }

    @Override
    Object decode(byte[] document) {
        return json.fromJson(document, type);
    }
}
