package io.assay.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
        assertTrue(budget.holds(List.of(0, 1), List.of(), Duration.ofSeconds(8)));
        // Of 12 s four were between the two forks.
        assertTrue(budget.holds(List.of(0), List.of(), Duration.ofSeconds(12)));
        assertTrue(budget.holds(List.of(1), List.of(), Duration.ofSeconds(12)));
        assertFalse(budget.holds(List.of(0, 1), List.of(), Duration.ofSeconds(12)));
        assertFalse(budget.holds(List.of(1), List.of(), Duration.ofSeconds(14)));
        assertTrue(budget.holds(List.of(0), List.of(), Duration.ofSeconds(14)));
        assertFalse(budget.holds(List.of(0), List.of(1), Duration.ofSeconds(12)));
        assertTrue(
                budget.holds(List.of(), List.of(0, 1), Duration.ofSeconds(30)), "no row wants a fork: none is denied");
    }

    private static List<Plan.Fork> second(int... cells) {
        return Arrays.stream(cells).mapToObj(cell -> new Plan.Fork(cell, 2)).toList();
    }

    @Test
    void ofARoundThatDoesNotFitAsManyRowsAsCanBeAreRunByWholeGroups() {
        TimeBudget budget = new TimeBudget(Optional.of(Duration.ofSeconds(20)));
        // Groups a (0, 3) of 4 s and 2 s, b (1) of 7 s, c (2, 4, 5) of 1 s, 1 s and 4 s, each with a second to spare.
        int[] walls = {4, 7, 1, 2, 1, 4};
        for (int cell = 0; cell < walls.length; cell++) {
            budget.ended(cell, Duration.ofSeconds(walls[cell]), SECOND);
        }
        Function<Plan.Fork, String> group = fork -> "abcacc".substring(fork.cell(), fork.cell() + 1);
        List<Plan.Fork> round = second(5, 0, 1, 4, 3, 2);
        assertEquals(round, budget.part(round, group, Duration.ofSeconds(1)), "19 s fit");
        assertEquals(second(5, 0, 4, 3, 2), budget.part(round, group, Duration.ofSeconds(2)), "the longest go first");
        assertEquals(second(5, 0, 4, 3, 2), budget.part(round, group, Duration.ofSeconds(8)));
        assertEquals(second(5, 4, 2), budget.part(round, group, Duration.ofSeconds(9)), "a group is not torn");
        assertEquals(second(5, 4, 2), budget.part(round, group, Duration.ofSeconds(14)));
        assertEquals(List.of(), budget.part(round, group, Duration.ofSeconds(15)));
    }

    @Test
    void whereAGroupDoesNotFitALongerRowThatIsAloneMay() {
        TimeBudget budget = new TimeBudget(Optional.of(Duration.ofSeconds(10)));
        for (int cell = 0; cell < 3; cell++) {
            budget.ended(cell, Duration.ofSeconds(cell == 2 ? 5 : 4), SECOND);
        }
        List<Plan.Fork> part =
                budget.part(second(0, 1, 2), fork -> fork.cell() < 2 ? "pair" : "alone", Duration.ofSeconds(3));
        assertEquals(second(2), part);
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
