package io.assay.future;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Futures that wait for each other: nobody can end that but this library, and nothing may spin. */
@Timeout(60)
class CircleTest {
    private final List<Promise<Integer>> gates = new ArrayList<>();
    private final List<Future<Integer>> ring = new ArrayList<>();

    /** Each waits, behind its gate, for the next one. */
    private void makeRing(int length) {
        for (int i = 0; i < length; i++) {
            int next = (i + 1) % length;
            Promise<Integer> gate = new Promise<>();
            gates.add(gate);
            ring.add(gate.flatMap(value -> ring.get(next)));
        }
    }

    private static void assertRefused(Future<?> future) {
        assertTrue(future.cause() instanceof IllegalStateException, () -> "" + future.cause());
    }

    @Test
    void closedBehindOneThatWaits() {
        for (int length = 1; length <= 9; length++) {
            gates.clear();
            ring.clear();
            makeRing(length);
            Promise<Integer> source = new Promise<>();
            Future<Integer> outer = source.flatMap(value -> ring.get(0));
            source.complete(1);
            gates.forEach(gate -> gate.complete(1));
            assertRefused(outer);
            ring.forEach(CircleTest::assertRefused);
        }
    }

    @Test
    void closedWithNobodyElse() {
        makeRing(2);
        gates.forEach(gate -> gate.complete(1));
        ring.forEach(CircleTest::assertRefused);
    }

    @Test
    void closedBehindASharedOne() {
        makeRing(2);
        gates.get(0).complete(1);
        Future<Integer> behind = ring.get(1).map(value -> value);
        gates.get(1).complete(1);
        assertFalse(ring.get(0).isDone(), "with others waiting nobody steps out, and the circle is not seen");
        assertTrue(ring.get(0).cancel());
        assertTrue(behind.isCancelled());
    }

    /** What two threads make that step out at once, neither of which could see the other's half. */
    private List<Follower<Integer>> closedByTwoThreads(int tail) {
        List<Follower<Integer>> steppedOut = new ArrayList<>();
        for (int i = 0; i < tail + 3; i++) {
            steppedOut.add(new Flattening<>());
        }
        for (int i = 0; i < steppedOut.size(); i++) {
            Follower<Integer> one = steppedOut.get(i);
            one.what = steppedOut.get(i + 1 < steppedOut.size() ? i + 1 : tail);
            assertTrue(one.exchange(null, Marker.HANDED_OVER));
        }
        return steppedOut;
    }

    @Test
    void closedByTwoThreadsAtOnce() {
        for (int tail = 0; tail < 20; tail++) {
            for (Follower<Integer> asked : closedByTwoThreads(tail)) {
                assertRefused(asked);
            }
            for (int first = 0; first < tail + 3; first++) {
                Follower<Integer> registered = closedByTwoThreads(tail).get(first);
                List<Throwable> told = new ArrayList<>();
                registered.onComplete((value, thrown) -> told.add(thrown));
                assertEquals(List.of(registered.cause()), told);
                assertRefused(registered);
            }
        }
    }
}
