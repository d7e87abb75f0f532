package io.assay.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits are exact, and nothing is so deep that a stack ends. */
class LimitsTest {
    private static JsonCodec codec(JsonLimits limits) {
        return JsonTypes.builder()
                .limits(limits)
                .add(Object.class)
                .add(Sample.class)
                .build()
                .newCodec();
    }

    private static String refusal(JsonLimits limits, String document, Class<?> type) {
        byte[] b = Json.bytes(document);
        JsonException e = assertThrows(JsonException.class, () -> codec(limits).read(b, 0, b.length, type));
        return e.error() + "@" + e.offset();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 64, JsonLimits.DEEPEST})
    void depth(int depth) throws JsonException {
        JsonLimits limits = new JsonLimits(depth, 1 << 20, 10);
        for (String[] nest : new String[][] {{"[", "]"}, {"{\"a\":", "}"}, {"{\"child\":", "}"}}) {
            for (Class<?> type : List.of(Object.class, Sample.class)) {
                if (type == Sample.class && nest[0].equals("[")) continue;
                String right = nest[0].repeat(depth) + "null" + nest[1].repeat(depth);
                byte[] b = Json.bytes(right);
                JsonCodec codec = codec(limits);
                Object read = codec.read(b, 0, b.length, type);
                byte[] again = codec.toBytes(read);
                if (type == Object.class) assertEquals(right, new String(again, StandardCharsets.UTF_8));
                String deeper = nest[0].repeat(depth + 1) + "null" + nest[1].repeat(depth + 1);
                assertEquals("TOO_DEEP@" + depth * nest[0].length(), refusal(limits, deeper, type));
            }
        }
    }

    @Test
    void whatIsClosedCountsNoMore() throws JsonException {
        JsonCodec codec = codec(new JsonLimits(2, 1 << 20, 10));
        for (String inner : List.of("[]", "{}", "[1]", "{\"a\":1}")) {
            byte[] b = Json.bytes("[" + (inner + ",").repeat(200) + inner + "]");
            assertEquals(b.length, codec.write(codec.read(b, 0, b.length, Object.class)));
        }
    }

    @Test
    void endlessNestingEnds() {
        for (String open : List.of("[", "{\"a\":", "{\"child\":", "{\"any\":[", "{\"nested\":[[")) {
            for (Class<?> type : List.of(Object.class, Sample.class)) {
                if (open.equals("[") && type == Sample.class) continue;
                String error = refusal(JsonLimits.DEFAULT, open.repeat(100_000), type);
                assertEquals(true, error.startsWith("TOO_DEEP") || error.startsWith("WRONG_TYPE"), error);
            }
        }
    }

    @Test
    void aCycleIsTooDeep() {
        List<Object> cycle = new ArrayList<>();
        cycle.add(cycle);
        JsonException e = assertThrows(
                JsonException.class, () -> codec(JsonLimits.DEFAULT).write(cycle));
        assertEquals("TOO_DEEP@64", e.error() + "@" + e.offset());
    }

    @Test
    void size() throws JsonException {
        JsonLimits limits = new JsonLimits(5, 12, 10);
        byte[] b = Json.bytes("[1,\"abcdef\"]");
        JsonCodec codec = codec(limits);
        assertEquals(12, codec.write(codec.read(b, 0, 12, Object.class)));
        assertEquals("TOO_LARGE@12", refusal(limits, " [1,\"abcdef\"]", Object.class));
        for (Object large : List.of("abcdefghijk", List.of(1L, "abcdefg"), "x".repeat(1_000_000), "é".repeat(5_000))) {
            JsonException e = assertThrows(JsonException.class, () -> codec.write(large));
            assertEquals("TOO_LARGE@12", e.error() + "@" + e.offset());
        }
    }

    @Test
    void numbers() {
        JsonLimits limits = new JsonLimits(5, 1_000, 30);
        String digits = "1".repeat(30);
        assertEquals("NUMBER_TOO_LONG@41", refusal(limits, "{\"decimal\":" + digits + "1}", Sample.class));
        assertEquals("NUMBER_TOO_LONG@30", refusal(limits, digits + "1", Object.class));
        assertEquals("WRONG_TYPE@0", refusal(limits, digits, Sample.class));
    }

    @Test
    void limitsHaveLimits() {
        assertThrows(IllegalArgumentException.class, () -> new JsonLimits(0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new JsonLimits(JsonLimits.DEEPEST + 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new JsonLimits(1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new JsonLimits(1, 1, 0));
    }
}
