package io.assay.json.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.assay.json.JsonCells;
import io.assay.json.JsonDirections;
import io.assay.json.JsonImplementation;
import io.assay.workload.json.JsonWorkload;
import io.assay.workload.json.Ping;
import io.assay.workload.json.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Param;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Every cell that the benchmark runs gives the right answers; the cells are taken from the benchmark itself. */
class JsonCorrectnessTest {
    private static final Set<JsonImplementation> SAME_BYTES =
            EnumSet.complementOf(EnumSet.of(JsonImplementation.MOSHI, JsonImplementation.FASTJSON2));
    private static final Set<JsonWorkload> SLOW = EnumSet.of(JsonWorkload.ISSUE, JsonWorkload.WEBHOOK);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Some make their code for a second when they are made. */
    private static final Map<String, Cell> CELLS = new HashMap<>();

    /** An implementation over some objects and their documents. */
    private record Cell(JsonAdapter adapter, Class<?> type, List<Object> objects, List<byte[]> documents) {
        static Cell of(JsonImplementation implementation, JsonWorkload workload) throws Exception {
            String name = implementation + " " + workload;
            Cell cell = CELLS.get(name);
            if (cell == null) {
                List<Object> objects = few(workload.objects());
                List<byte[]> documents = JsonVerifier.documents(workload.type(), objects);
                JsonAdapter adapter = implementation.over(workload.type(), objects, documents);
                cell = new Cell(adapter, workload.type(), objects, documents);
                CELLS.put(name, cell);
            }
            return cell;
        }
    }

    @AfterAll
    static void forget() {
        CELLS.clear();
    }

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
        // The benchmark's own set-up checks these cells too.
        assumeFalse(isSlow(implementation, workload), "makes its code for ten seconds; run with -Djson.all=true");
        Cell cell = Cell.of(implementation, workload);
        JsonVerifier.verify(implementation.name(), cell.adapter, cell.type, cell.objects, cell.documents);
        JsonVerifier.check(implementation.name(), cell.adapter, cell.type, cell.objects, cell.documents);
    }

    private static boolean isSlow(JsonImplementation implementation, JsonWorkload workload) {
        return implementation == JsonImplementation.FORY && SLOW.contains(workload) && !Boolean.getBoolean("json.all");
    }

    private static List<Object> few(List<Object> objects) {
        // A list of a thousand records is a workload of its own: three of them are as many cases as the others' dozen.
        return objects.subList(0, Math.min(objects.size(), objects.get(0) instanceof Rows ? 3 : 12));
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
        assertThrows(IllegalStateException.class, () -> JsonVerifier.check("wrong", wrong, type, objects, documents));
    }

    /** Ours too: documents are compared with what Jackson makes of the objects, and objects with what it makes of those read. */
    @Test
    void aWrongCodecOfOursWouldBeNoticed() throws Exception {
        List<Object> objects = few(JsonWorkload.PING.objects());
        Class<?> type = JsonWorkload.PING.type();
        List<byte[]> wrong = new ArrayList<>();
        for (Object object : objects)
            wrong.add(JsonVerifier.documents(type, List.of(next(object))).get(0));
        JsonAdapter right = JsonImplementation.ASSAY.over(type, objects, wrong);
        JsonAdapter agrees = new JsonAdapter() {
            @Override
            public byte[] write(Object value) throws Exception {
                return right.write(next(value));
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
        IllegalStateException e = assertThrows(
                IllegalStateException.class, () -> JsonVerifier.verify("ASSAY", agrees, type, objects, wrong));
        assertTrue(e.getMessage().startsWith("the document"), e::getMessage);
    }

    private static Ping next(Object ping) {
        Ping next = new Ping();
        next.sequence = ((Ping) ping).sequence + 1;
        return next;
    }

    /** Byte for byte; fastjson2 writes some doubles otherwise, Moshi has no other order than that of names. */
    @Test
    void theseWriteTheSameBytes() throws Exception {
        List<String> others = new ArrayList<>();
        for (Arguments arguments : cells().toList()) {
            JsonImplementation implementation = (JsonImplementation) arguments.get()[0];
            JsonWorkload workload = (JsonWorkload) arguments.get()[1];
            if (isSlow(implementation, workload)) continue;
            Cell cell = Cell.of(implementation, workload);
            JsonAdapter adapter = cell.adapter;
            boolean same = true;
            for (int i = 0; i < cell.objects.size(); i++) {
                byte[] written = adapter.write(cell.objects.get(i));
                byte[] toRead = Arrays.copyOf(adapter.writeToRead(cell.objects.get(i)), adapter.length());
                same &= Arrays.equals(cell.documents.get(i), toRead);
                if (implementation != JsonImplementation.MOSHI) {
                    assertEquals(names(cell.documents.get(i)), names(toRead), implementation + " " + workload);
                }
                assertEquals(0, Arrays.compare(toRead, 0, toRead.length, written, 0, toRead.length));
            }
            if (!same) others.add(implementation + " " + workload);
        }
        others.removeIf(cell -> !SAME_BYTES.contains(JsonImplementation.valueOf(cell.split(" ")[0])));
        assertEquals(List.of(), others);
    }

    private static List<String> names(byte[] document) {
        List<String> names = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(document)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.PROPERTY_NAME) names.add(parser.currentName());
            }
        }
        return names;
    }

    @Test
    void everyImplementationSaysHowItWasSetUp() {
        for (JsonImplementation implementation : JsonImplementation.values()) {
            assertFalse(implementation.label().isBlank(), implementation.name());
        }
    }
}
