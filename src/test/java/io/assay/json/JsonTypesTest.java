package io.assay.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.workload.json.Ping;
import io.assay.workload.json.ReferenceMessage;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Converters that were generated are used, and nothing else. */
class JsonTypesTest {
    @Test
    void theGeneratedConverterIsTheOne() {
        JsonTypes types = JsonTypes.of(Sample.class, Sample.Fields.class);
        assertEquals(
                "io.assay.json._Sample_AssayConverter",
                types.converter(Sample.class).getClass().getName());
        assertEquals(
                "io.assay.json._Sample_Fields_AssayConverter",
                types.converter(Sample.Fields.class).getClass().getName());
    }

    @Test
    void aTypeWithoutOneIsRefusedWhenItIsRegistered() {
        for (Class<?> type : new Class<?>[] {Sample.Plain.class, String.class, int.class, int[].class, Thread.class}) {
            String message = assertThrows(NoConverterException.class, () -> JsonTypes.of(type))
                    .getMessage();
            assertTrue(message.contains(type.getName()) && message.contains("@CompiledJson"), message);
            assertThrows(NoConverterException.class, () -> JsonTypes.builder().addDsl(type));
        }
    }

    @Test
    void aConverterMadeByHandIsUsed() throws JsonException {
        JsonConverter<StringBuilder> byHand = new JsonConverter<>() {
            @Override
            public void write(JsonOutput out, StringBuilder value) throws JsonException {
                out.writeString(value.toString());
            }

            @Override
            public StringBuilder read(JsonInput in) throws JsonException {
                return new StringBuilder(in.readString());
            }
        };
        JsonCodec codec =
                JsonTypes.builder().add(StringBuilder.class, byHand).build().newCodec();
        byte[] document = codec.toBytes(new StringBuilder("a\n"));
        assertEquals("\"a\\n\"", new String(document, StandardCharsets.UTF_8));
        assertEquals(
                "a\n",
                codec.read(document, 0, document.length, StringBuilder.class).toString());
    }

    /** DSL-JSON's converters, at any offset, behind our checks; what it refuses itself has its cause. */
    @Test
    void dslJsonsConvertersAreCheckedBefore() throws JsonException {
        JsonTypes types = JsonTypes.builder()
                .addDsl(ReferenceMessage.class)
                .addDsl(Ping.class)
                .build();
        assertInstanceOf(DslConverter.class, types.converter(Ping.class));
        JsonCodec codec = types.newCodec();
        byte[] b = Json.bytes("xx{\"id\":20,\"val\":\"five hundred\"}x");
        ReferenceMessage message = codec.read(b, 2, b.length - 1, ReferenceMessage.class);
        assertEquals(20, message.id);
        assertEquals("five hundred", message.val);
        assertEquals(
                "{\"id\":20,\"val\":\"five hundred\"}", new String(codec.toBytes(message), StandardCharsets.UTF_8));
        byte[][] refused = {
            Json.bytes("{\"id\":20,\"val\":\"\t\"}"),
            Json.bytes("{\"id\":1,\"val\":\"\\ud800\"}"),
            Json.bytes("{\"id\":01}"),
            Json.bytes("{\"id\":1"),
            Json.bytes("{\"id\":1}x")
        };
        for (byte[] document : refused) {
            JsonException e = assertThrows(
                    JsonException.class, () -> codec.read(document, 0, document.length, ReferenceMessage.class));
            assertTrue(e.error() != JsonError.CONVERTER_REFUSED, e::getMessage);
        }
        byte[] wrong = Json.bytes("{\"id\":\"x\"}");
        JsonException e =
                assertThrows(JsonException.class, () -> codec.read(wrong, 0, wrong.length, ReferenceMessage.class));
        assertEquals(JsonError.CONVERTER_REFUSED, e.error());
    }

    @Test
    void namesAreUnique() {
        assertThrows(IllegalArgumentException.class, () -> FieldNames.of("a", "b", "a"));
    }
}
