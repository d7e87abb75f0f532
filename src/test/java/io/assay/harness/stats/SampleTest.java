package io.assay.harness.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleTest {
    @Test
    void meansAreOfForksAndIterationsAreInOrder() {
        Sample sample = new Sample(new double[][] {{1, 3}, {5}});
        assertArrayEquals(new double[] {2, 5}, sample.forkMeans());
        assertArrayEquals(new double[] {1, 3, 5}, sample.iterations());
        assertEquals(2, sample.forkCount());
    }

    @Test
    void copiesOnTheWayInAndOut() {
        double[][] scores = {{1, 2}};
        Sample sample = new Sample(scores);
        scores[0][0] = 9;
        sample.forks()[0][1] = 9;
        assertEquals(new Sample(new double[][] {{1, 2}}), sample);
        assertEquals(new Sample(new double[][] {{1, 2}}).hashCode(), sample.hashCode());
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, 0, -1, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesWhatIsNoScoreAndSaysWhere(double score) {
        var refused =
                assertThrows(IllegalArgumentException.class, () -> new Sample(new double[][] {{1, 2}, {1, 1, score}}));
        assertTrue(refused.getMessage().startsWith("fork 1, iteration 2:"), refused.getMessage());
        assertTrue(refused.getMessage().endsWith("not " + score), refused.getMessage());
    }

    @Test
    void refusesNothingAtAll() {
        assertThrows(IllegalArgumentException.class, () -> new Sample(new double[0][]));
        assertThrows(IllegalArgumentException.class, () -> new Sample(new double[][] {{1}, {}}));
    }
}
