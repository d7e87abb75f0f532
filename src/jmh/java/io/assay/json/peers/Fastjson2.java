package io.assay.json.peers;

import com.alibaba.fastjson2.JSON;
import com.alibaba.fastjson2.JSONWriter;
import com.alibaba.fastjson2.writer.ObjectWriterProvider;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** fastjson2, whose generated code it makes at run time. */
final class Fastjson2 extends ToStream {
    private final JSONWriter.Context context;
    private final Class<?> type;

    Fastjson2(Class<?> type) {
        this.type = type;
        ObjectWriterProvider inOrderOfTheClass = new ObjectWriterProvider();
        inOrderOfTheClass.setAlphabetic(false);
        context = new JSONWriter.Context(inOrderOfTheClass, JSONWriter.Feature.WriteNulls);
    }

    @Override
    void encode(Object value, OutputStream out) {
        JSON.writeTo(out, value, context);
    }

    @Override
    public Object read(byte[] document, int length) {
        return JSON.parseObject(document, 0, length, StandardCharsets.UTF_8, type);
    }
}
