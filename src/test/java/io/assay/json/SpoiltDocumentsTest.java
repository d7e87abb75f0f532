package io.assay.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.workload.json.JsonWorkload;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The documents of the workloads, cut off and spoilt: a value or a typed error with its place, never anything else. */
class SpoiltDocumentsTest {
    private static final int SPOILT = 5_000;
    private static final int LONGEST = 40_000;

    private static byte[] document(JsonWorkload workload) throws JsonException {
        List<Object> objects = workload == JsonWorkload.RECORDS ? JsonWorkload.records(40) : workload.objects();
        return Json.codec(workload.type()).toBytes(objects.get(1));
    }

    @ParameterizedTest
    @EnumSource
    void everyTruncationIsUnexpectedEnd(JsonWorkload workload) throws JsonException {
        byte[] document = document(workload);
        assertTrue(document.length < LONGEST);
        JsonCodec codec = Json.codec(workload.type(), Object.class);
        for (int length = 0; length < document.length; length++) {
            // Beside the range, the rest of the document; and an array that ends there.
            for (byte[] array : List.of(document, Arrays.copyOf(document, length))) {
                for (Class<?> type : List.of(workload.type(), Object.class)) {
                    int to = length;
                    JsonException e = assertThrows(JsonException.class, () -> codec.read(array, 0, to, type));
                    assertEquals("UNEXPECTED_END@" + length, e.error() + "@" + e.offset());
                }
                if (length > 600 && length % 7 != 0) break;
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSpoiltByteIsAValueOrATypedError(JsonWorkload workload) throws JsonException {
        byte[] document = document(workload);
        JsonCodec codec = Json.codec(workload.type(), Object.class);
        JsonCodec dsl = JsonTypes.builder().addDsl(workload.type()).build().newCodec();
        Random random = new Random(3);
        byte[] characters = Json.bytes("{}[],:\"\\0123456789.-+eEtfnu \n\0\u0001é😀");
        for (int i = 0; i < SPOILT; i++) {
            byte[] spoilt = document.clone();
            int at = random.nextInt(spoilt.length);
            spoilt[at] = random.nextBoolean() ? characters[random.nextInt(characters.length)] : (byte) random.nextInt();
            if (i % 3 == 0) spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt();
            for (Class<?> type : List.of(workload.type(), Object.class)) read(codec, spoilt, type);
            if (i % 8 == 0) read(dsl, spoilt, workload.type());
        }
    }

    private static void read(JsonCodec codec, byte[] spoilt, Class<?> type) {
        try {
            Object value = codec.read(spoilt, 0, spoilt.length, type);
            if (value != null) codec.toBytes(value);
        } catch (JsonException e) {
            assertTrue(e.offset() >= 0 && e.offset() <= spoilt.length, e::getMessage);
        }
    }
}
