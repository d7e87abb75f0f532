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
