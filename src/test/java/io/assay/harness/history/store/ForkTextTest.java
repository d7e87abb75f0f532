package io.assay.harness.history.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.assay.harness.history.ForkSummary;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForkTextTest {
    @Test
    void readsWhatItWrote() {
        List<ForkSummary> forks = List.of(new ForkSummary(1.25, 1, 0.5, 5), new ForkSummary(123456789e3, 2e-9, 0, 1));
        assertEquals(forks, ForkText.read(ForkText.of(forks)));
        assertEquals(
                List.of(new ForkSummary(0.333333333, 3, 3, 2)),
                ForkText.read(ForkText.of(List.of(new ForkSummary(1 / 3.0, 3, 3, 2)))),
                "nine digits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "[1]", "[[1,2,3]]", "[[1,2,3,4,5]]", "[[1,2,3,\"4\"]]", "[[1,2,3,4]", "x"})
    void refusesWhatItDidNot(String text) {
        assertThrows(IllegalArgumentException.class, () -> ForkText.read(text));
    }
}
