package io.assay.harness.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.scaling.Curve;
import io.assay.harness.scaling.Growth;
import io.assay.harness.scaling.ScaledSeries;
import io.assay.harness.scaling.Series;
import io.assay.harness.scaling.SeriesFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.jr.ob.JSON;

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
    void thePageIsGivenTheForksTheFitAndTheLosers() throws IOException {
        Map<String, Object> page = Objects.requireNonNull(PageScaling.of(ALL));
        List<?> series = (List<?>) page.get("series");
        assertEquals(ALL.size(), series.size());
        for (int i = 0; i < series.size(); i++) {
            Map<?, ?> one = (Map<?, ?>) series.get(i);
            Curve curve = ALL.get(i).series().curve().orElseThrow();
            assertEquals(
                    Arrays.stream(curve.forks()).mapToInt(f -> f.length).sum(), ((List<?>) one.get("points")).size());
            assertEquals(curve.size(), ((List<?>) ((Map<?, ?>) one.get("table")).get("rows")).size());
            List<?> fits = (List<?>) one.get("fits");
            assertEquals(3, fits.size(), "the likeliest and two that lost");
            if (ALL.get(i).verdict().orElseThrow().growth().isPresent()) {
                assertEquals(one.get("class"), ((Map<?, ?>) fits.get(0)).get("class"));
            }
        }
        String json = JSON.std.asString(page);
        assertFalse(json.contains("NaN") || json.contains("Infinity"), json);
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
                new Series("a", "a", "", Map.of(), "n", "score", "", Optional.empty(), List.of("nothing")),
                Optional.empty(),
                Optional.of(Growth.LINEAR));
        assertEquals(ScaledSeries.Outcome.OPEN, empty.outcome());
        assertTrue(ScalingText.of(List.of(empty)).contains("undecided"));
        assertEquals(
                List.of(),
                Objects.requireNonNull(PageScaling.of(List.of(empty))).get("series"));
        assertEquals(null, PageScaling.of(List.of()));
        assertTrue(ScalingJson.of(List.of(empty)).contains("\"exponent\" : null"));
    }

    @Test
    void tooFewSizesSpeakForNoClass(@TempDir Path temp) throws IOException {
        Path csv = Files.writeString(
                temp.resolve("few.csv"),
                "few,16,1\nfew,32,2\nfew,64,4\nenough,16,1\nenough,32,2\nenough,64,4\nenough,128,8\n");
        ScaledSeries few =
                ScaledSeries.of(SeriesFile.read(csv, Optional.empty())).get(0);
        assertEquals("-", ScalingText.candidates(few));
        assertTrue(ScalingText.of(List.of(few)).contains("undecided   -   "), () -> ScalingText.of(List.of(few)));
        assertEquals(
                "-", ScalingTable.of(List.of(few)).orElseThrow().rows().get(0).get(3));
    }

    private static ScaledSeries named(String part) {
        return ALL.stream()
                .filter(s -> s.series().name().contains(part))
                .findFirst()
                .orElseThrow();
    }
}
