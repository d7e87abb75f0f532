package io.assay.json;

import com.alibaba.fastjson2.JSON;
import com.alibaba.fastjson2.JSONException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/** Parsers that are compared: what they make of a document without a class. */
enum JsonParser {
    OURS {
        @Override
        Object parse(byte[] document) throws JsonException {
            return Json.read(document, Object.class);
        }
    },
    JACKSON {
        @Override
        Object parse(byte[] document) {
            return MAPPER.readValue(document, Object.class);
        }
    },
    FASTJSON2 {
        @Override
        Object parse(byte[] document) {
            return JSON.parse(document);
        }
    };

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What none of them gives. */
    static final Object REFUSED = new Object() {
        @Override
        public String toString() {
            return "refused";
        }
    };

    abstract Object parse(byte[] document) throws Exception;

    /** The value, its numbers as plain decimals, or {@link #REFUSED}; any other error of the parser's is thrown. */
    Object answer(byte[] document) throws Exception {
        try {
            return plain(parse(document));
        } catch (JsonException | JacksonException | JSONException e) {
            return REFUSED;
        }
    }

    private static Object plain(Object value) {
        if (value instanceof Double d && !Double.isFinite(d)) return d;
        if (value instanceof Number n) return new BigDecimal(n.toString()).stripTrailingZeros();
        if (value instanceof List<?> list)
            return list.stream().map(JsonParser::plain).collect(Collectors.toList());
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> plain = new LinkedHashMap<>();
            map.forEach((key, element) -> plain.put(key, plain(element)));
            return plain;
        }
        return value;
    }
}
