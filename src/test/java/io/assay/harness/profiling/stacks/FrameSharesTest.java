package io.assay.harness.profiling.stacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class FrameSharesTest {
    private static final Frame A = new Frame("a", Frame.Kind.JAVA);
    private static final Frame B = new Frame("b", Frame.Kind.JAVA);
    private static final Frame GC = Frame.label("GC");

    @Test
    void aRecursiveFrameCountsOnceAStackAndTheLeafIsSelf() {
        Profile profile = new Profile(
                List.of(new Stack(List.of(A, B, A), 30, 30), new Stack(List.of(A, B), 70, 70)),
                List.of(new Stack(List.of(GC, B), 900, 900)));
        FrameShares shares = FrameShares.of(profile);
        assertEquals(1.0, shares.total(A));
        assertEquals(0.3, shares.self(A));
        assertEquals(1.0, shares.total(B));
        assertEquals(0.7, shares.self(B));
        assertEquals(0, shares.of(A).depth());
        assertEquals(1, shares.of(B).depth());
        assertEquals(0.0, shares.total(GC), "what is kept apart is no share of the benchmark's");
        assertEquals(java.util.Map.of("[GC]", 900L), profile.apartSamples());
    }

    @Test
    void sharesAreOfWeightAndIntervalsOfSamples() {
        FrameShares shares = FrameShares.of(
                new Profile(List.of(new Stack(List.of(A), 10, 9000), new Stack(List.of(B), 990, 1000)), List.of()));
        assertEquals(0.9, shares.total(A));
        assertEquals(10, shares.of(A).totalSamples());
        assertEquals(1000, shares.samples());
    }

    @Test
    void forksAddUpStackByStack() {
        Profile fork = new Profile(List.of(new Stack(List.of(A, B), 1, 5)), List.of());
        assertEquals(
                List.of(new Stack(List.of(A, B), 2, 10)),
                Profile.sum(List.of(fork, fork)).stacks());
        assertEquals("a;b 10\n", Profile.sum(List.of(fork, fork)).collapsed());
    }

    @Test
    void wilsonsIntervalHoldsWhatItShould() {
        Wilson half = Wilson.of(0.5, 1000);
        assertEquals(0.469, half.low(), 0.001);
        assertEquals(0.531, half.high(), 0.001);
        Wilson none = Wilson.of(0, 100);
        assertEquals(0, none.low(), 1e-12);
        assertEquals(0.037, none.high(), 0.001);
        assertEquals(new Wilson(0, 1), Wilson.of(0, 0));
        assertTrue(Wilson.of(1, 50).high() <= 1);
    }
}
