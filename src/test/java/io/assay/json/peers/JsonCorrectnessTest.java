package io.assay.json.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.assay.json.JsonCells;
import io.assay.json.JsonDirections;
import io.assay.json.JsonImplementation;
import io.assay.workload.json.JsonWorkload;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Param;

/** Every cell that the benchmark runs gives the right answers; the cells are taken from the benchmark itself. */
class JsonCorrectnessTest {
    static Stream<Arguments> cells() throws NoSuchFieldException {
        Object[] workloads = values("workload");
        return Stream.of(values("implementation"))
                .flatMap(i -> Stream.of(workloads).map(w -> Arguments.of(i, w)))
                .filter(cell -> reason(cell.get()[0], cell.get()[1]) == null);
    }

    private static Object[] values(String parameter) throws NoSuchFieldException {
        var field = JsonDirections.class.getField(parameter);
        assertEquals(Param.BLANK_ARGS, field.getAnnotation(Param.class).value()[0], "no list of its own");
        return field.getType().getEnumConstants();
    }

    private static String reason(Object implementation, Object workload) {
        return new JsonCells()
                .reasonNotToRun(Map.of("implementation", implementation.toString(), "workload", workload.toString()));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void librariesWriteAndReadEverything(JsonImplementation implementation, JsonWorkload workload) throws Exception {
        List<Object> objects = few(workload.objects());
        List<byte[]> documents = JsonVerifier.documents(workload.type(), objects);
        JsonAdapter adapter = implementation.over(workload.type(), objects, documents);
        JsonVerifier.verify(implementation.name(), adapter, workload.type(), objects, documents);
    }

    private static List<Object> few(List<Object> objects) {
        return objects.subList(0, Math.min(objects.size(), 12));
    }

    /** If avaje read them right, its cell could be run. */
    @Test
    void whatIsLeftOutIsWrong() throws Exception {
        List<Object> objects = JsonWorkload.NUMBERS.objects();
        Class<?> type = JsonWorkload.NUMBERS.type();
        List<byte[]> documents = JsonVerifier.documents(type, objects);
        JsonAdapter avaje = JsonImplementation.AVAJE.over(type, objects, documents);
        assertThrows(IllegalStateException.class, () -> JsonVerifier.verify("AVAJE", avaje, type, objects, documents));
    }

    @Test
    void aWrongCharacterIsNoticed() throws Exception {
        List<Object> objects = few(JsonWorkload.TEXTS.objects());
        Class<?> type = JsonWorkload.TEXTS.type();
        List<byte[]> documents = JsonVerifier.documents(type, objects);
        JsonAdapter right = JsonImplementation.ASSAY.over(type, objects, documents);
        JsonAdapter wrong = new JsonAdapter() {
            @Override
            public byte[] write(Object value) throws Exception {
                byte[] document = right.write(value);
                document[10] ^= 1;
                return document;
            }

            @Override
            public int length() {
                return right.length();
            }

            @Override
            public Object read(byte[] document, int length) throws Exception {
                return right.read(document, length);
            }
        };
        assertThrows(IllegalStateException.class, () -> JsonVerifier.verify("wrong", wrong, type, objects, documents));
    }

    @Test
    void everyImplementationSaysHowItWasSetUp() {
        for (JsonImplementation implementation : JsonImplementation.values()) {
            assertFalse(implementation.label().isBlank(), implementation.name());
        }
    }
}
