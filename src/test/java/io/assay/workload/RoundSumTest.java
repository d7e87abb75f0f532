package io.assay.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class RoundSumTest {
    private static final long[] RIGHT = {3, 5, 11, -7, 1L << 50};

    @Test
    void expectedIsWhatTheSameStepsBring() {
        RoundSum round = new RoundSum(RIGHT.length);
        for (int steps = 0; steps < 23; steps++) {
            assertEquals(round.expected(RIGHT), round.sum());
            assertEquals(steps, round.steps());
            int i = round.next();
            assertEquals(steps % RIGHT.length, i);
            round.add(RIGHT[i]);
        }
        round.rewind();
        assertEquals(0, round.steps());
        assertEquals(0, round.sum());
        assertEquals(0, round.next());
    }

    @Test
    void manyStepsAtOnceAreAsManySingleOnes() {
        for (int count = 0; count < 3 * RIGHT.length; count++) {
            RoundSum single = new RoundSum(RIGHT.length);
            RoundSum many = new RoundSum(RIGHT.length);
            for (int turn = 0; turn < 4; turn++) {
                int first = many.next(count);
                for (int step = 0; step < count; step++) {
                    assertEquals((first + step) % RIGHT.length, single.next());
                }
                assertEquals(single.steps(), many.steps());
            }
            assertEquals(single.next(), many.next());
        }
    }

    @Test
    void oneWrongAmountShows() {
        RoundSum round = new RoundSum(RIGHT.length);
        for (int steps = 0; steps < 12; steps++) {
            round.add(RIGHT[round.next()]);
        }
        round.next();
        round.add(RIGHT[3]);
        assertNotEquals(round.expected(RIGHT), round.sum());
    }

    @Test
    void anEmptyRoundIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new RoundSum(0));
    }
}
