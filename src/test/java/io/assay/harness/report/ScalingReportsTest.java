package io.assay.harness.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.scaling.Growth;
import io.assay.harness.scaling.ScaledSeries;
import io.assay.harness.scaling.Series;
import io.assay.harness.scaling.SeriesFile;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** Every format of four curves, held against files. */
class ScalingReportsTest {
    private static final Path CSV = Path.of("src/test/resources/golden/scaling.csv");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d+\\.\\d+(E-?\\d+)?");
    private static final List<ScaledSeries> ALL = ScaledSeries.of(SeriesFile.read(CSV, Optional.empty()));

    @Test
    void text() throws IOException {
        Golden.check("scaling.txt", ScalingText.of(ALL));
    }

    @Test
    void json() throws IOException {
        // Logarithms differ in their last bit between processors.
        String rounded = DECIMAL.matcher(ScalingJson.of(ALL))
                .replaceAll(number -> String.format(Locale.ROOT, "%.5g", Double.parseDouble(number.group())));
        Golden.check("scaling.json", rounded + "\n");
    }

    @Test
    void theSeriesAreWhatTheyAreNamed() {
        for (ScaledSeries scaled : ALL) {
            String name = scaled.series().name();
            assertEquals(name.substring(name.indexOf(' ') + 1), scaled.label());
        }
    }

    @Test
    void picturesAreWellFormedAndEscaped() throws Exception {
        for (ScaledSeries scaled : ALL) {
            String svg = ScalingSvg.of(scaled);
            assertTrue(svg.contains("fit: ") && svg.contains("lost: "), svg);
            assertFalse(svg.contains("NaN"), svg);
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        }
        assertTrue(ALL.stream().map(ScalingSvg::of).anyMatch(svg -> svg.contains("&lt;tail&gt;")));
    }

    @Test
    void aBrokenExpectationFailsByName() {
        ScaledSeries quadratic = named("square");
        ScaledSeries broken = new ScaledSeries(quadratic.series(), quadratic.verdict(), Optional.of(Growth.LINEAR));
        assertTrue(broken.broken());
        assertEquals(
                "FAILED square O(n^2), score: expected at most O(n), grows as O(n^2)\n",
                ScalingText.expectations(List.of(broken)));
        ScaledSeries kept = new ScaledSeries(quadratic.series(), quadratic.verdict(), Optional.of(Growth.QUADRATIC));
        assertEquals("expectations kept: 1\n", ScalingText.expectations(List.of(kept)));
        ScaledSeries tail = named("<tail>");
        ScaledSeries open = new ScaledSeries(tail.series(), tail.verdict(), Optional.of(Growth.LINEAR));
        assertEquals(ScaledSeries.Outcome.OPEN, open.outcome());
        assertTrue(ScalingText.expectations(List.of(open)).contains("cannot be told"));
    }

    @Test
    void theTableNamesWhatIsExpected() {
        ScaledSeries quadratic = named("square");
        Table table = ScalingTable.of(
                        List.of(new ScaledSeries(quadratic.series(), quadratic.verdict(), Optional.of(Growth.LINEAR))))
                .orElseThrow();
        assertEquals("<= O(n), broken", table.rows().get(0).get(7));
        assertTrue(table.notes().toString().contains("FAILED"), table::toString);
        assertTrue(ScalingTable.of(List.of()).isEmpty());
    }

    @Test
    void aSeriesWithoutACurveIsUndecidedEverywhere() {
        ScaledSeries empty = new ScaledSeries(
                new Series("a", "a", "", java.util.Map.of(), "n", "score", "", Optional.empty(), List.of("nothing")),
                Optional.empty(),
                Optional.of(Growth.LINEAR));
        assertEquals(ScaledSeries.Outcome.OPEN, empty.outcome());
        assertTrue(ScalingText.of(List.of(empty)).contains("undecided"));
        assertEquals("", ScalingSvg.of(empty));
        assertTrue(ScalingJson.of(List.of(empty)).contains("\"exponent\" : null"));
    }

    private static ScaledSeries named(String part) {
        return ALL.stream()
                .filter(s -> s.series().name().contains(part))
                .findFirst()
                .orElseThrow();
    }
}
