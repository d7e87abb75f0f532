package io.assay.harness.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.assay.harness.result.UserError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentTest {
    @ParameterizedTest
    @CsvSource({"5%, 0.05", "5, 0.05", "2.5 %, 0.025", "0.1%, 0.001", "1, 0.01", "1000%, 10", "1000, 10"})
    void sharesAsPeopleWriteThem(String text, double share) {
        assertEquals(share, Percent.of("here", text), 1e-15);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0%", "1000.1%", "1001", "0.99", "-1%", "5%%", ""})
    void whatIsNoneOrMayBeAFractionIsRefused(String text) {
        assertThrows(UserError.class, () -> Percent.of("here", text));
    }
}
