package io.assay.harness.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1234567.8, 1 234 568",
        "100, 100",
        "99.94, 99.9",
        "12.34, 12.3",
        "1.234, 1.23",
        "0.4334, 0.433",
        "0.0123, 0.0123",
        "0.00579, 0.00579",
        "9.975e-10, 9.98e-10",
        "-12.34, -12.3",
        "NaN, ?",
        "Infinity, ?"
    })
    void threeOrFourDigitsThatMeanSomething(double value, String text) {
        assertEquals(text, Figures.of(value));
    }

    @ParameterizedTest
    @CsvSource({"1, 2, '[1.00, 2.00]'", "NaN, 2, ~", "1, NaN, ~"})
    void intervals(double low, double high, String text) {
        assertEquals(text, Figures.interval(low, high));
    }

    @ParameterizedTest
    @CsvSource({"0.0004, 0", "0.49, 0", "0.51, 1", "48.01, 48", "8424194, 8 424 194"})
    void bytesBelowHalfAreNone(double value, String text) {
        assertEquals(text, Figures.bytesPerOperation(value));
    }

    @ParameterizedTest
    @CsvSource({"0.4, 0 s", "59.4, 59 s", "60, 1 min 0 s", "3599.6, 1 h 0 min", "86400, 24 h 0 min"})
    void durations(double seconds, String text) {
        assertEquals(text, Figures.duration(seconds));
    }
}
