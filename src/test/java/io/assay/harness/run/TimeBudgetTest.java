package io.assay.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimeBudgetTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void aRoundIsHeldIfItsForksAndTheForksThatWeighFit() {
        TimeBudget budget = new TimeBudget(Optional.of(Duration.ofSeconds(20)));
        budget.ended(0, Duration.ofSeconds(3), SECOND);
        budget.ended(1, Duration.ofSeconds(5), SECOND);
        // Forks of 3 s and 5 s, then 2 s and 4 s without their measuring.
        assertTrue(budget.holds(List.of(0, 1), List.of(0, 1), Duration.ofSeconds(6)));
        assertFalse(budget.holds(List.of(0, 1), List.of(0, 1), Duration.ofSeconds(7)));
        assertTrue(budget.holds(List.of(0, 1), List.of(), Duration.ofSeconds(12)));
        assertTrue(budget.holds(List.of(0), List.of(), Duration.ofSeconds(17)));
        assertFalse(budget.holds(List.of(1), List.of(), Duration.ofSeconds(17)));
        assertTrue(
                budget.holds(List.of(), List.of(0, 1), Duration.ofSeconds(30)), "no row wants a fork: none is denied");
    }

    @Test
    void theLastForkOfARowIsTheGuessForItsNext() {
        TimeBudget budget = new TimeBudget(Optional.of(Duration.ofSeconds(10)));
        budget.ended(0, Duration.ofSeconds(9), SECOND);
        budget.ended(0, Duration.ofSeconds(2), SECOND);
        assertTrue(budget.holds(List.of(0), List.of(), Duration.ofSeconds(8)));
    }

    @Test
    void isSpentAtItsEnd() {
        TimeBudget budget = new TimeBudget(Optional.of(Duration.ofSeconds(10)));
        assertFalse(budget.spent(Duration.ofMillis(9_999)));
        assertTrue(budget.spent(Duration.ofSeconds(10)));
        assertEquals("the budget of 10 s", budget.name());
    }

    @Test
    void withoutOneEverythingFits() {
        TimeBudget none = new TimeBudget(Optional.empty());
        none.ended(0, Duration.ofDays(1), SECOND);
        assertTrue(none.holds(List.of(0), List.of(0), Duration.ofDays(1)));
        assertFalse(none.spent(Duration.ofDays(1)));
    }
}
