package io.assay.hpack.peers;

import io.assay.hpack.HpackDecoder;
import io.assay.hpack.HpackException;
import io.assay.hpack.StringSink;
import io.assay.workload.HeaderField;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.jr.ob.JSON;

/**
 * A connection in the JSON that HPACK implementations exchange: cases with {@code wire} in hexadecimal digits, the
 * {@code headers} as objects of one member, and {@code header_table_size} where the settings change before a case.
 */
final class Story {
    private static final int SIZE_WITHOUT_SETTINGS = 4096;

    private final List<Map<String, Object>> cases = new ArrayList<>();

    @SuppressWarnings("unchecked")
    static Story of(String json) {
        Story story = new Story();
        for (Object read : (List<Object>) JSON.std.mapFrom(json).get("cases")) {
            story.cases.add((Map<String, Object>) read);
        }
        return story;
    }

    void add(Integer tableSize, byte[] wire, List<HeaderField> fields) {
        Map<String, Object> added = new LinkedHashMap<>();
        added.put("seqno", cases.size());
        if (tableSize != null) added.put("header_table_size", tableSize);
        added.put("wire", HexFormat.of().formatHex(wire));
        added.put(
                "headers",
                fields.stream()
                        .map(field -> Map.of(field.name(), field.value()))
                        .toList());
        cases.add(added);
    }

    String json() {
        return JSON.std.asString(Map.of("cases", cases));
    }

    int size() {
        return cases.size();
    }

    @SuppressWarnings("unchecked")
    List<HeaderField> headers(int i) {
        List<HeaderField> fields = new ArrayList<>();
        for (Object header : (List<Object>) cases.get(i).get("headers")) {
            ((Map<String, String>) header).forEach((name, value) -> fields.add(new HeaderField(name, value)));
        }
        return fields;
    }

    /** What our decoder makes of each case: all that somebody with such stories needs of it. */
    List<List<HeaderField>> decoded() throws HpackException {
        HpackDecoder decoder = new HpackDecoder(tableSize(0, SIZE_WITHOUT_SETTINGS));
        List<List<HeaderField>> all = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            int size = tableSize(i, -1);
            if (size >= 0) decoder.maxDynamicTableSize(size);
            byte[] wire = HexFormat.of().parseHex((String) cases.get(i).get("wire"));
            List<HeaderField> fields = new ArrayList<>();
            StringSink sink = (name, value, flags) -> fields.add(new HeaderField(name, value));
            decoder.decode(wire, 0, wire.length, sink);
            all.add(fields);
        }
        return all;
    }

    private int tableSize(int i, int otherwise) {
        Object size = cases.get(i).get("header_table_size");
        return size == null ? otherwise : ((Number) size).intValue();
    }
}
