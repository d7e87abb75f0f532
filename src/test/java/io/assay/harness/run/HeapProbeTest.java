package io.assay.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search for the smallest heap, over workloads that need a known one. */
class HeapProbeTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 12, 37, 100, 224, 225, 300, 700, 3000})
    void findsTheSmallestWithinFivePercentOrAStep(int needed) {
        List<Integer> tried = new ArrayList<>();
        HeapProbe.Bound bound = HeapProbe.smallest(
                224,
                1 << 16,
                heap -> {
                    tried.add(heap);
                    return heap >= needed;
                },
                () -> true);
        int found = bound.mebibytes();
        assertTrue(bound.near());
        assertTrue(found >= needed, found + " is too small");
        assertTrue(found <= 1.06 * needed + HeapProbe.STEP, found + " for " + needed);
        assertTrue(tried.contains(found), "the answer was tried");
        assertEquals(tried.size(), tried.stream().distinct().count(), "none is tried twice: " + tried);
        assertTrue(tried.size() <= 12, tried::toString);
        assertTrue(tried.stream().allMatch(heap -> heap % HeapProbe.STEP == 0), tried::toString);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 224})
    void endsWhereNoHeapIsEnough(int guess) {
        List<Integer> tried = new ArrayList<>();
        HeapProbe.NotEnough error = assertThrows(
                HeapProbe.NotEnough.class,
                () -> HeapProbe.smallest(guess, 1_000, heap -> !tried.add(heap), () -> true));
        assertTrue(error.getMessage().contains("this machine has 1000 MiB"), error.getMessage());
        assertTrue(tried.stream().allMatch(heap -> heap <= 1_000), tried::toString);
    }

    @Test
    void noHeapIsLargerThanTheMachine() {
        assertEquals(
                512,
                HeapProbe.smallest(4_096, 513, heap -> heap >= 512, () -> true).mebibytes());
    }

    @Test
    void whereTheTimeIsOverTheLastThatCompletedIsTheAnswer() {
        List<Integer> tried = new ArrayList<>();
        HeapProbe.Bound found = HeapProbe.smallest(256, 1 << 16, tried::add, () -> tried.size() < 3);
        assertEquals(List.of(256, 128, 64), tried);
        assertEquals(new HeapProbe.Bound(64, false), found);
    }

    @Test
    void whereTheTimeIsOverBeforeAnyCompletedThereIsNoAnswer() {
        HeapProbe.NotEnough error = assertThrows(
                HeapProbe.NotEnough.class, () -> HeapProbe.smallest(256, 1 << 16, heap -> false, () -> false));
        assertTrue(error.getMessage().contains("part of the --budget"), error.getMessage());
    }

    @Test
    void roundsUp() {
        assertEquals(HeapProbe.STEP, HeapProbe.up(0.1));
        assertEquals(40, HeapProbe.up(40));
        assertEquals(44, HeapProbe.up(40.01));
    }
}
