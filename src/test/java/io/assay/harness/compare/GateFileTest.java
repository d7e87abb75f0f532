package io.assay.harness.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.harness.result.RowKey;
import io.assay.harness.result.UserError;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Thresholds and accepted regressions")
class GateFileTest {
    private static final String FOO = "org.example.FooBenchmark.foo";
    private static final Clock MARCH = Clock.fixed(Instant.parse("2027-03-01T12:00:00Z"), ZoneOffset.UTC);

    private static Comparison compare(String gate, OptionalDouble threshold) {
        return compare(gate, threshold, 1.2);
    }

    private static Comparison compare(String gate, OptionalDouble threshold, double factor) {
        return Comparer.of(
                new JmhFile(1)
                        .time(FOO, 100, "n", "10")
                        .time(FOO, 100, "n", "20")
                        .side("b"),
                new JmhFile(2)
                        .time(FOO, 100 * factor, "n", "10")
                        .time(FOO, 100, "n", "20")
                        .side("h"),
                new Options(threshold, List.of(), GateFile.parse("gate", gate), false, MARCH));
    }

    private static Comparison compare(String gate) {
        return compare(gate, OptionalDouble.empty());
    }

    @ParameterizedTest
    @DisplayName("What is not understood is told with file and line")
    @CsvSource(
            delimiter = '|',
            value = {
                "treshold = 5% | unknown key 'treshold'",
                "threshold | expected 'key = value'",
                "= 5% | expected 'key = value'",
                "threshold = | no percentage",
                "threshold = five | no percentage",
                "threshold = -5% | no percentage",
                "threshold = 0% | above 0%",
                "threshold = 5000% | at most 1000%",
                "threshold = 0.05 | is it a fraction? Write 0.05% or 5%",
                "threshold. = 5% | names no row",
                "threshold.( = 5% | no regular expression",
                "threshold[gc.time] = 5% | no metric 'gc.time'",
                "accept = until 2027-01-31: reason | names no row",
                "accept.Foo = because | accepts nothing",
                "accept.Foo = until 2027-01-31 | accepts nothing",
                "accept.Foo = until 2027-01-31: | accepts nothing",
                "accept.Foo = until 31.1.2027: reason | no date",
                "accept.Foo = until 2027-02-30: reason | no date",
                "accept.Foo = until 2027-01-31 up to much: reason | no percentage",
                "accept.Foo[n=1]=until 2027-01-31: reason | spaces around"
            })
    void errors(String line, String told) {
        String message = assertThrows(UserError.class, () -> GateFile.parse("gate", "# mine\n\n" + line))
                .getMessage();
        assertTrue(message.startsWith("gate:3: "), message);
        assertTrue(message.contains(told), message);
        assertEquals(1, message.lines().count());
    }

    @Test
    void aKeyStandsOnce() {
        String message = assertThrows(UserError.class, () -> GateFile.parse("gate", "threshold = 5%\nthreshold = 6%"))
                .getMessage();
        assertTrue(message.startsWith("gate:2: 'threshold' stands here a second time"), message);
    }

    @Test
    void aFileThatCannotBeRead() {
        String message = assertThrows(UserError.class, () -> GateFile.read(Path.of("/nowhere/gate")))
                .getMessage();
        assertTrue(message.contains("/nowhere/gate cannot be read (NoSuchFileException)"), message);
    }

    @Test
    @DisplayName("The nearest threshold holds: last matching pattern, then the option, then the file's own, then 3%")
    void thresholds() {
        assertEquals(0.03, compare("").rows().get(0).threshold());
        assertEquals(0.05, compare("threshold = 5%").rows().get(0).threshold());
        assertEquals(
                0.07,
                compare("threshold = 5%", OptionalDouble.of(0.07)).rows().get(0).threshold());
        Comparison named =
                compare("threshold.Foo = 9%\nthreshold.foo[n=10] = 25%\nthreshold = 5%", OptionalDouble.of(0.07));
        assertEquals(0.25, named.rows().get(0).threshold(), "a name as tables print it");
        assertEquals(0.09, named.rows().get(1).threshold());
        assertFalse(named.failed(), "20% is below 25%");
        assertTrue(compare("threshold.n=10 = 10%").failed(), "an equals sign in a pattern");
    }

    @Test
    void anAcceptedRegressionIsToldAndDoesNotFail() {
        Comparison comparison = compare("accept.foo[n=10] = until 2027-03-01: see #12");
        assertFalse(comparison.failed());
        assertEquals(ComparedRow.Role.ACCEPTED, comparison.rows().get(0).role());
        assertTrue(comparison.gate().get(0).startsWith("ACCEPTED: FooBenchmark.foo[n=10] costs 1."));
        assertTrue(comparison.gate().get(0).endsWith("accepted until 2027-03-01 (gate:1: see #12)"));
        assertEquals(List.of(), comparison.warnings());
    }

    @Test
    void anExpiredAcceptanceFailsAgain() {
        Comparison comparison = compare("accept.foo = until 2027-02-28: see #12");
        assertTrue(comparison.failed());
        assertTrue(
                comparison.gate().get(0).contains("it was accepted until 2027-02-28 only (gate:1: see #12)"),
                comparison.gate()::toString);
    }

    @Test
    void whatIsAcceptedUpToAPointFailsBeyondIt() {
        assertFalse(compare("accept.foo = until 2027-12-31 up to 20%: see #12").failed());
        Comparison comparison =
                compare("accept.foo = until 2027-12-31 up to 20%: see #12", OptionalDouble.empty(), 1.4);
        assertTrue(comparison.failed());
        assertTrue(comparison.gate().get(0).contains("is accepted up to 20% only"), comparison.gate()::toString);
    }

    @Test
    void theCeilingItselfIsAccepted() {
        String bytes = "gc.alloc.rate.norm";
        JmhFile base = new JmhFile(1).time(FOO, 100).metric(bytes, "B/op", 48, 48, 48);
        JmhFile head = new JmhFile(2).time(FOO, 100).metric(bytes, "B/op", 60, 60, 60); // times 1.25, in every fork
        for (String ceiling : List.of("25%", "24.9%")) {
            Options options = new Options(
                    OptionalDouble.empty(),
                    List.of(),
                    GateFile.parse("gate", "accept[" + bytes + "].foo = until 2027-12-31 up to " + ceiling + ": known"),
                    false,
                    MARCH);
            assertEquals(
                    ceiling.equals("24.9%"),
                    Comparer.of(base.side("b"), head.side("h"), options).failed(),
                    ceiling);
        }
    }

    @Test
    @DisplayName("What fails is told with its metric, its interval if it has one, and its threshold")
    void lines() {
        String told = compare("").gate().get(0);
        assertTrue(
                told.matches("FAILED: FooBenchmark\\.foo\\[n=10] costs 1\\.\\d{3} times \\[1\\.\\d{3}, 1\\.\\d{3}],"
                        + " threshold 3%"),
                told);
        String bytes = "gc.alloc.rate.norm";
        Comparison fromNone = Comparer.of(
                new JmhFile(1).time(FOO, 100).metric(bytes, "B/op", 0, 0, 0).side("b"),
                new JmhFile(2).time(FOO, 100).metric(bytes, "B/op", 8, 8, 8).side("h"),
                Options.defaults());
        assertEquals(
                List.of(
                        "FAILED: FooBenchmark.foo gc.alloc.rate.norm costs 8.000 instead of 0.000 B/op, threshold 0.1%"),
                fromNone.gate());
    }

    @Test
    void aThresholdThatMatchesARowIsNotRemarked() {
        assertEquals(List.of(), compare("threshold = 4%\nthreshold.foo = 5%").warnings());
    }

    @Test
    @DisplayName("A line that does nothing is named")
    void idleLines() {
        assertEquals(
                List.of(
                        "GATE: gate:1: accept.foo[n=20] is not needed: FooBenchmark.foo[n=20] is not slower (same)",
                        "GATE: gate:2: accept.gone matches no row",
                        "GATE: gate:3: threshold.Gone matches no row"),
                compare(
                                "accept.foo[n=20] = until 2027-12-31: a\naccept.gone = until 2027-12-31: b\nthreshold.Gone = 4%")
                        .warnings());
    }

    @Test
    @DisplayName("Among hundreds of rows a change that chance makes is told, and fails only if asked to")
    void uncertain() {
        JmhFile base = new JmhFile(1).scatter(0.015);
        JmhFile head = new JmhFile(2).scatter(0.015);
        double[] grown = new double[400];
        for (int i = 0; i < grown.length; i++) {
            grown[i] = 1.02 + i / 4000.0;
            base.time(FOO, 100, "i", "" + i);
            head.time(FOO, 100 * grown[i], "i", "" + i);
        }
        Comparison careful = Comparer.of(base.side("b"), head.side("h"), Options.defaults());
        Comparison strict = Comparer.of(
                base.side("b"),
                head.side("h"),
                new Options(OptionalDouble.empty(), List.of(), GateFile.EMPTY, true, MARCH));
        long doubtful = careful.rows().stream()
                .filter(row -> row.role() == ComparedRow.Role.UNCERTAIN)
                .count();
        assertTrue(doubtful > 0, "of rows that grow from 2 to 12% some are slower and not certain");
        assertEquals(
                doubtful,
                strict.rows().stream().filter(ComparedRow::fails).count()
                        - careful.rows().stream().filter(ComparedRow::fails).count());
        assertTrue(careful.anyFalseFail() > 0 && careful.anyFalseFail() <= 0.05, "the careful one's chance");
        assertTrue(strict.anyFalseFail() > 0.15, "both chances are told");
    }

    @Test
    @DisplayName("Without its acceptances a file keeps its thresholds, and a row's threshold is the comparison's")
    void withoutAcceptances() {
        Options options = new Options(
                OptionalDouble.of(0.07),
                List.of(),
                GateFile.parse(
                        "gate",
                        "threshold = 6%\nthreshold.foo[n=10] = 9%\nthreshold[mem.peak] = 20%\n"
                                + "accept.foo = until 2027-12-31: known"),
                true,
                MARCH);
        Options bare = options.withoutAcceptances();
        assertEquals(List.of(), bare.gate().acceptances());
        assertTrue(bare.failOnAny());
        RowKey named = new RowKey(FOO, "avgt", Map.of("n", "10"));
        RowKey other = new RowKey(FOO, "avgt", Map.of("n", "20"));
        assertEquals(0.09, bare.thresholdOf(ComparedRow.SCORE, named), 1e-12);
        assertEquals(0.07, bare.thresholdOf(ComparedRow.SCORE, other), 1e-12);
        assertEquals(0.2, bare.thresholdOf("mem.peak", other), 1e-12);
        assertEquals(0.03, Options.defaults().thresholdOf(ComparedRow.SCORE, other), 1e-12);
    }
}
