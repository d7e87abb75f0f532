package io.assay.harness.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.compare.JmhFile;
import io.assay.harness.result.CellsFile;
import io.assay.harness.result.Metric;
import io.assay.harness.result.Row;
import io.assay.harness.result.RowKey;
import io.assay.harness.result.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file or run must hold to be looked at. */
class SeriesFileTest {
    @TempDir
    private Path folder;

    private static List<Row> rows(int sizes) {
        return IntStream.range(0, sizes)
                .mapToObj(i -> new Row(
                        new RowKey("x.B.m", "avgt", Map.of("n", "" + (16 << i))),
                        1,
                        new Metric(5, Double.NaN, "ns/op", new double[][] {{5}}),
                        Map.of(),
                        "17",
                        List.of()))
                .toList();
    }

    private static int series(int sizes, Map<String, Object> facts) {
        CellsFile cells = new CellsFile(facts, List.of(), List.of(), List.of());
        return SeriesFile.ofRun(rows(sizes), cells).series().size();
    }

    @Test
    void ofARunShortSeriesAreLeftOutUnlessExpected() {
        assertEquals(0, series(3, Map.of()));
        assertEquals(1, series(4, Map.of()));
        Map<String, Object> fact =
                Map.of("benchmark", "x.B.m", "param", "n", "max", "O(n)", "metric", "score", "where", Map.of());
        assertEquals(1, series(3, Map.of(Expectation.FACT, List.of(fact))));
    }

    private Path result(int sizes) throws IOException {
        JmhFile file = new JmhFile(1);
        for (int i = 0; i < sizes; i++) file.time("x.B.m", 5, "n", "" + (16 << i));
        return file.write(folder.resolve(sizes + ".json"));
    }

    @Test
    void ofAFileOneSeriesMustBeLongEnough() throws IOException {
        assertEquals(1, SeriesFile.read(result(4), Optional.empty()).series().size());
        String three = refused(result(3), Optional.empty());
        assertTrue(three.contains("no series has more than 3 usable sizes, and a class takes at least 4"), three);
        String one = refused(result(1), Optional.of("n"));
        assertTrue(one.contains("no series has more than 1 usable size, and"), one);
    }

    private static String refused(Path file, Optional<String> param) {
        UserError error = assertThrows(UserError.class, () -> SeriesFile.read(file, param));
        return String.valueOf(error.getMessage());
    }

    @Test
    void jsonIsKnownByItsNameOrItsFirstCharacter() throws IOException {
        String json = Files.readString(result(4));
        Path other = Files.writeString(folder.resolve("jmh.txt"), "\n " + json);
        assertEquals(
                "x.B.m",
                SeriesFile.read(other, Optional.empty()).series().get(0).name());
        Path object = Files.writeString(folder.resolve("object.txt"), "{}");
        assertTrue(!refused(object, Optional.empty()).contains("name,n,value["), "it is read as JSON");
        Path csv = Files.writeString(folder.resolve("c.txt"), "a,1,5\na,2,5\na,4,5\na,8,5\n");
        assertEquals("a", SeriesFile.read(csv, Optional.empty()).series().get(0).name());
    }
}
