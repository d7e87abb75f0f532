package io.assay.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Documents without a class: {@code Map<String, Object>} in the document's order, {@code List<Object>}, {@code String},
 * {@code Boolean}, {@code Long}, {@code BigInteger} above 64 bits, {@code Double}, and null.
 */
public final class AnyConverter implements JsonConverter<Object> {
    /** The one there is. */
    public static final AnyConverter INSTANCE = new AnyConverter();

    private AnyConverter() {}

    /** Writes a value or {@code null}. */
    public void writeNullable(JsonOutput out, @Nullable Object value) throws JsonException {
        if (value == null) {
            out.writeNull();
        } else {
            write(out, value);
        }
    }

    /**
     * Writes a value.
     *
     * @throws IllegalArgumentException when it, or a name of a map, is of another class than is read
     */
    @Override
    public void write(JsonOutput out, Object value) throws JsonException {
        if (value instanceof String s) {
            out.writeString(s);
        } else if (value instanceof Long || value instanceof Integer) {
            out.writeLong(((Number) value).longValue());
        } else if (value instanceof Double d) {
            out.writeDouble(d);
        } else if (value instanceof Boolean b) {
            out.writeBoolean(b);
        } else if (value instanceof Map<?, ?> map) {
            writeMap(out, map);
        } else if (value instanceof List<?> list) {
            writeList(out, list);
        } else if (value instanceof BigInteger n) {
            out.writeBigInteger(n);
        } else if (value instanceof BigDecimal n) {
            out.writeBigDecimal(n);
        } else {
            throw noPlace("as a value", value);
        }
    }

    private static IllegalArgumentException noPlace(String as, @Nullable Object value) {
        String what = value == null ? "null" : value.getClass().getName();
        return new IllegalArgumentException(what + " has no place in a document without a class " + as);
    }

    private void writeMap(JsonOutput out, Map<?, ?> map) throws JsonException {
        if (map.isEmpty()) {
            out.emptyObject();
            return;
        }
        out.openObject();
        boolean first = true;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!(entry.getKey() instanceof String key)) throw noPlace("as a name", entry.getKey());
            out.name(key, first);
            first = false;
            writeNullable(out, entry.getValue());
        }
        out.closeObject();
    }

    private void writeList(JsonOutput out, List<?> list) throws JsonException {
        out.openArray();
        boolean first = true;
        for (Object element : list) {
            if (!first) out.comma();
            first = false;
            writeNullable(out, element);
        }
        out.closeArray();
    }

    /** Reads a value or {@code null}. */
    public @Nullable Object readNullable(JsonInput in) throws JsonException {
        return in.readNull() ? null : read(in);
    }

    @Override
    public Object read(JsonInput in) throws JsonException {
        return switch (in.token()) {
            case '"' -> in.readString();
            case '{' -> readMap(in);
            case '[' -> readList(in);
            case 't', 'f' -> in.readBoolean();
            default -> in.readNumber();
        };
    }

    private Map<String, @Nullable Object> readMap(JsonInput in) throws JsonException {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        in.openObject();
        for (String key = in.nextKey(); key != null; key = in.nextKey()) map.put(key, readNullable(in));
        return map;
    }

    private List<@Nullable Object> readList(JsonInput in) throws JsonException {
        List<@Nullable Object> list = new ArrayList<>();
        in.openArray();
        if (in.firstElement()) {
            do {
                list.add(readNullable(in));
            } while (in.nextElement());
        }
        return list;
    }
}
