package io.assay.harness.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.result.CellsFile.CellState;
import io.assay.harness.result.CellsFile.RowWarning;
import io.assay.harness.result.CellsFile.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.jr.ob.JSON;

class CellsFileTest {
    private static final RowKey ROW = key("b=2", "a=1");
    private static final CellsFile WHOLE = new CellsFile(
            Map.of("preset", "quick", "interrupted", false, "iterationMillis", 150),
            List.of(
                    new CellState(ROW, State.OK, Optional.empty(), 256, 4, 3),
                    new CellState(key(), State.FAILED, Optional.of("out of memory"), 64, 1, 1),
                    new CellState(key("a=3"), State.NOT_APPLICABLE, Optional.of("not on this JDK"), 64, 1, 0)),
            List.of(Map.of("cell", 0, "state", "ok", "score", 12.5, "machine", Map.of("stealPercent", 0.5))),
            List.of(
                    new RowWarning(Optional.of(ROW), "LIKE_EMPTY", "unusable", "as fast as an empty method"),
                    new RowWarning(Optional.empty(), "MACHINE_MOVED", "warning", "rows moved together")));

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        CellsFile read = CellsFile.of("f", JSON.std.mapFrom(JSON.std.asString(WHOLE.toMap())));
        assertEquals(WHOLE, read);
        assertEquals("b=2,a=1", read.cells().get(0).key().paramText(), "in the order of declaration");
    }

    @Test
    void statesAreWrittenAsTheContractNamesThem() {
        assertEquals(
                List.of("ok", "failed", "n/a"),
                WHOLE.cells().stream().map(cell -> cell.state().text()).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"ok\" | \"paused\" | unknown cell state 'paused'; was it written by a newer version?",
                "\"forks\":3 | \"forks\":\"3\" | expected a number at 'forks', found 3",
                "\"heapMebibytes\":256 | \"heap\":256 | expected a number at 'heapMebibytes', found null",
                "\"kind\":\"LIKE_EMPTY\" | \"kind\":0 | expected text at 'kind', found 0",
                "\"benchmark\" | \"bench\" | expected text at 'benchmark', found null",
                "\"warnings\":[ | \"warnings\":[17, | expected an object, found 17",
                "\"warnings\" | \"warned\" | expected the lists cells, forks and warnings",
            })
    void anotherShapeIsToldByName(String part, String replacement, String told) throws Exception {
        Map<String, Object> map =
                JSON.std.mapFrom(JSON.std.asString(WHOLE.toMap()).replace(part, replacement));
        String message = assertThrows(UserError.class, () -> CellsFile.of("cells.json", map))
                .getMessage();
        assertTrue(message.startsWith("cells.json: " + told), message);
    }

    private static RowKey key(String... params) {
        Map<String, String> map = new LinkedHashMap<>();
        for (String param : params) {
            map.put(param.substring(0, param.indexOf('=')), param.substring(param.indexOf('=') + 1));
        }
        return new RowKey("io.assay.queue.QueueBenchmark.offer", "avgt", map);
    }
}
