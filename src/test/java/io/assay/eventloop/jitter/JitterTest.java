package io.assay.eventloop.jitter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Deadlines, their misses, and what they are put down to. */
@Timeout(60)
class JitterTest {
    private static final long MS = 1_000_000;

    private static Interval ms(long from, long to) {
        return new Interval(from * MS, to * MS);
    }

    @Test
    void aLateRunCountsForEveryTimeThatItLetPass() {
        Activations activations = new Activations(2 * MS, 2 * MS, () -> {});
        activations.startAt(100 * MS);
        activations.record(100 * MS, 101 * MS);
        // Times 102, 104, 106 and 108 pass.
        activations.record(108 * MS, 109 * MS);
        // One that makes up for 104 serves no time that is not served.
        activations.record(109 * MS, 109 * MS + 1);
        activations.record(110 * MS + 5, 110 * MS + 6);
        assertEquals(6, activations.served());
        assertEquals(6, activations.lateness().getTotalCount());
        assertEquals(4, activations.durations().getTotalCount());
        assertEquals(3, activations.misses());
        assertEquals(List.of(ms(102, 109), ms(104, 109), ms(106, 109)), activations.missed());
        assertTrue(activations.lateness().getMaxValue() >= 6 * MS);
    }

    @Test
    void exactlyAtTheDeadlineIsInTime() {
        Activations activations = new Activations(10, 10, () -> {});
        activations.record(0, 10);
        activations.record(10, 21);
        assertEquals(List.of(new Interval(10, 21)), activations.missed());
    }

    @Test
    void theFirstThatCoversHalfIsTheCause() {
        Interval miss = ms(0, 10);
        List<Interval> none = List.of();
        assertEquals(Cause.OTHER, Cause.of(miss, none, none, none));
        assertEquals(Cause.GC, Cause.of(miss, List.of(ms(-5, 5)), List.of(ms(-5, 5)), List.of(ms(0, 10))));
        assertEquals(Cause.SAFEPOINT, Cause.of(miss, List.of(ms(0, 4)), List.of(ms(0, 4), ms(6, 8)), none));
        assertEquals(Cause.MACHINE, Cause.of(miss, none, List.of(ms(0, 1)), List.of(ms(2, 4), ms(5, 20))));
        assertEquals(Cause.OTHER, Cause.of(miss, none, none, List.of(ms(8, 20))));
    }

    @Test
    void aStallThatAStopExplainsIsNoneOfTheMachines() {
        List<Interval> stalls = List.of(ms(0, 10), ms(20, 24));
        assertEquals(4 * MS, Stalls.longestOutside(stalls, List.of(ms(1, 9), ms(30, 31))));
        assertEquals(10 * MS, Interval.longest(stalls));
        assertEquals(0, Interval.longest(List.of()));
    }

    @Test
    void everySchedulerRunsUntilItIsCancelled() {
        for (PeriodicImplementation implementation : PeriodicImplementation.values()) {
            try (Scheduler scheduler = implementation.scheduler()) {
                Activations activations = new Activations(MS, MS, () -> {});
                activations.startAt(System.nanoTime() + MS);
                scheduler.start(activations, MS, MS);
                activations.await(5);
                scheduler.cancel();
                long served = activations.served();
                scheduler.cancel();
                assertEquals(served, activations.served(), implementation::name);
                assertTrue(served >= 5);
            }
        }
    }
}
