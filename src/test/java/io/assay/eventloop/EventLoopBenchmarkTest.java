package io.assay.eventloop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.assay.eventloop.peers.AwaitAdapters;
import io.assay.eventloop.peers.EventTally;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The benchmarks' own methods, called as JMH calls them, on every implementation. */
class EventLoopBenchmarkTest {
    private static final int FEATURE = Runtime.version().feature();

    @ParameterizedTest
    @EnumSource
    void everyEventIsDispatchedInItsPlace(EventLoopImplementation implementation) {
        EventsBenchmark events = new EventsBenchmark();
        events.implementation = implementation;
        events.n = 50_000;
        EventsBenchmark.Counters counters = new EventsBenchmark.Counters();
        events.build();
        try {
            events.pushAndDispatch(counters);
            events.pushAndDispatch(counters);
        } finally {
            events.close();
        }
        EventsOnEightLoopsBenchmark eight = new EventsOnEightLoopsBenchmark();
        eight.implementation = implementation;
        eight.n = 5_000;
        eight.build();
        try {
            eight.pushAndDispatch();
        } finally {
            eight.close();
        }
        assertEquals(100_000, counters.items);
        assertTrue(counters.pushMicros > 0 && counters.dispatchMicros > 0);
    }

    @ParameterizedTest
    @EnumSource
    void everyPostIsDispatchedInItsPlace(EventLoopImplementation implementation) {
        PostBenchmark posts = new PostBenchmark();
        posts.implementation = implementation;
        posts.build();
        try {
            posts.inLoop();
            posts.fromOutside();
            posts.inLoop();
        } finally {
            posts.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyWaitComesToItsEnd(AwaitImplementation implementation) {
        CoroutinesBenchmark coroutines = new CoroutinesBenchmark();
        coroutines.implementation = implementation;
        coroutines.n = 500;
        assumeTrue(
                new CoroutinesCells().reasonNotToRun(Map.of("implementation", implementation.name()), FEATURE) == null);
        CoroutinesBenchmark.Counters counters = new CoroutinesBenchmark.Counters();
        coroutines.build();
        try {
            coroutines.oneLoop(counters);
            coroutines.eightLoops();
        } finally {
            coroutines.close();
        }
        assertEquals(500, counters.items);
    }

    @Test
    void aTallyNoticesWhatIsLostDoubledOrOutOfPlace() {
        assertRefused(3, 0, 1);
        assertRefused(3, 0, 1, 1, 2);
        assertRefused(3, 0, 2, 1);
        assertRefused(3, 0, 1, 2, 1);
        EventTally right = new EventTally(3);
        for (int number : new int[] {0, 1, 2, 0, 1, 2}) {
            right.dispatched(number);
        }
        right.take(6);
        right.take(0);
    }

    private static void assertRefused(int expected, int... numbers) {
        EventTally tally = new EventTally(3);
        for (int number : numbers) {
            tally.dispatched(number);
        }
        assertThrows(IllegalStateException.class, () -> tally.take(expected));
    }

    @Test
    void cellsThatDoNotApplySayWhy() {
        CoroutinesCells cells = new CoroutinesCells();
        Map<String, String> virtual = Map.of("implementation", "VIRTUAL_THREADS", "n", "10000");
        assertNull(cells.reasonNotToRun(virtual, 21));
        assertTrue(cells.reasonNotToRun(virtual, 17).startsWith("not on this JDK"));
        assertNull(cells.reasonNotToRun(Map.of("implementation", "PLATFORM_THREADS", "n", "10000"), 17));
        assertNotNull(cells.reasonNotToRun(Map.of("implementation", "PLATFORM_THREADS", "n", "5000000"), 17));
        assertNull(cells.reasonNotToRun(Map.of("implementation", "ASSAY", "n", "5000000"), 17));
        if (FEATURE < AwaitAdapters.VIRTUAL_THREADS_SINCE) {
            assertTrue(assertThrows(IllegalStateException.class, AwaitAdapters::virtualThreads)
                    .getMessage()
                    .contains("need JDK 21"));
        }
    }
}
