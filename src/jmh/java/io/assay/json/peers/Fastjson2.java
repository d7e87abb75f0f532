package io.assay.json.peers;

import com.alibaba.fastjson2.JSON;
import com.alibaba.fastjson2.JSONWriter;
import java.nio.charset.StandardCharsets;

/** fastjson2, whose generated code it makes at run time. */
final class Fastjson2 extends FreshArray {
    private final Class<?> type;

    Fastjson2(Class<?> type) {
        this.type = type;
    }

    @Override
    byte[] encode(Object value) {
        return JSON.toJSONBytes(value, JSONWriter.Feature.WriteNulls);
    }

    @Override
    public Object read(byte[] document, int length) {
        return JSON.parseObject(document, 0, length, StandardCharsets.UTF_8, type);
    }
}
