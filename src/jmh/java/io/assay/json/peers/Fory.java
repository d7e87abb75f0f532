package io.assay.json.peers;

import org.apache.fory.json.ForyJson;

/** Apache Fory's JSON, whose code it makes at run time, here at the first call. */
final class Fory extends FreshArray {
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
    byte[] encode(Object value) {
        return json.toJsonBytes(value);
    }

    @Override
    public Object read(byte[] document, int length) {
        return json.fromJson(exact(document, length), type);
    }
}
