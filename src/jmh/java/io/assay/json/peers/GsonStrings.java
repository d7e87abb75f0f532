package io.assay.json.peers;

import com.google.gson.GsonBuilder;
import com.google.gson.TypeAdapter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Gson, which knows chars alone: by way of strings, its fastest. */
final class GsonStrings extends FreshArray {
    private final TypeAdapter<Object> adapter;

    @SuppressWarnings("unchecked")
    GsonStrings(Class<?> type) {
        adapter = (TypeAdapter<Object>) new GsonBuilder()
                .serializeNulls()
                .disableHtmlEscaping()
                .create()
                .getAdapter(type);
    }

    @Override
    byte[] encode(Object value) {
        return adapter.toJson(value).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Object read(byte[] document, int length) throws IOException {
        return adapter.fromJson(new String(document, 0, length, StandardCharsets.UTF_8));
    }
}
