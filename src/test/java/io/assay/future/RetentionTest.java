package io.assay.future;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What a future that stays pending keeps of those that waited in vain. How far a registration looks is left to chance;
 * that a list grows to n dead nodes has a probability of about (64/n)^8, below 1e-11 here.
 */
class RetentionTest {
    private static final int MANY = 20_000;
    private static final int FEW = 2_000;
    private static final Timer NEVER = (task, delay, unit) -> () -> {};

    private final Promise<Integer> shared = new Promise<>();
    private final List<Integer> told = new ArrayList<>();

    private int retained() {
        return retained(shared);
    }

    private static int retained(Promise<?> promise) {
        int nodes = 0;
        for (Continuation<?> node = (Continuation<?>) promise.state(); node != null; node = node.next) {
            nodes++;
        }
        return nodes;
    }

    @Test
    void timeoutsThatOverlap() {
        Queue<Runnable> ahead = new ArrayDeque<>();
        Timer timer = (task, delay, unit) -> {
            ahead.add(task);
            return () -> ahead.remove(task);
        };
        int most = 0;
        for (int i = 0; i < MANY; i++) {
            shared.timeout(Duration.ofSeconds(1), timer);
            if (ahead.size() > 10) {
                ahead.remove().run();
            }
            most = Math.max(most, i % 100 == 0 ? retained() : 0);
        }
        assertTrue(most < FEW, most + " nodes are kept for 10 that wait");
        shared.complete(1);
        assertEquals(0, ahead.size());
    }

    /**
     * Nothing is registered behind them, so the last of a list may all be left: of one list in some thousand more than a
     * quarter. That of many lists together half is left is as improbable as the rest.
     */
    @Test
    void timeoutsThatExpireTogether() {
        int lists = 20;
        int nodes = 0;
        for (int i = 0; i < lists; i++) {
            nodes += leftWhereAllExpire(MANY / lists);
        }
        assertTrue(nodes < MANY / 2, nodes + " nodes are kept for " + lists + " that wait");
    }

    private static int leftWhereAllExpire(int count) {
        Promise<Integer> promise = new Promise<>();
        List<Runnable> tasks = new ArrayList<>();
        List<Integer> values = new ArrayList<>();
        Timer timer = (task, delay, unit) -> {
            tasks.add(task);
            return () -> {};
        };
        for (int i = 0; i < count; i++) {
            promise.timeout(Duration.ofSeconds(1), timer);
        }
        promise.onComplete((value, thrown) -> values.add(value));
        assertEquals(count + 1, retained(promise));
        tasks.forEach(Runnable::run);
        int left = retained(promise);
        promise.complete(1);
        assertEquals(List.of(1), values);
        return left;
    }

    @Test
    void racesAboveOneThatWaits() {
        shared.onComplete((value, thrown) -> told.add(value));
        Promise<Integer> before = new Promise<>();
        for (int i = 0; i < MANY; i++) {
            Promise<Integer> winner = new Promise<>();
            Future.race(List.of(shared, winner));
            // A turn later, so that there is always a live one above.
            before.complete(i);
            before = winner;
        }
        assertTrue(retained() < FEW, () -> retained() + " nodes are kept for two that wait");
        shared.complete(1);
        assertEquals(List.of(1), told);
    }

    @Test
    void cancelledOnesAmongThoseThatWait() {
        List<Integer> expected = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            int turn = i;
            Future<Boolean> one = shared.map(value -> told.add(turn));
            Future<Integer> two = shared.flatMap(value -> Future.value(-1));
            if (i % 10 == 0) {
                expected.add(i);
            } else {
                one.cancel();
            }
            two.cancel();
        }
        int nodes = retained();
        assertTrue(nodes < 2 * expected.size() + FEW, nodes + " nodes are kept for " + expected.size());
        shared.complete(1);
        assertEquals(expected, told, "in order, none lost, none of the dead");
    }

    @Test
    void aSweepTakesTheDeadAndNoOther() {
        // Every pattern of dead and live nodes, swept to every depth.
        int nodes = 7;
        for (int pattern = 0; pattern < 1 << nodes; pattern++) {
            for (int depth = 0; depth <= nodes; depth++) {
                Promise<Integer> parent = new Promise<>();
                List<Future<?>> all = new ArrayList<>();
                told.clear();
                for (int i = 0; i < nodes; i++) {
                    int turn = i;
                    all.add(parent.map(value -> told.add(turn)));
                }
                List<Integer> live = new ArrayList<>();
                for (int i = 0; i < nodes; i++) {
                    if ((pattern >> i & 1) == 0) {
                        live.add(i);
                    } else {
                        all.get(i).cancel();
                    }
                }
                Continuation<?> head = (Continuation<?>) parent.state();
                Sweep.over(parent, head, depth);
                int left = 0;
                for (Continuation<?> node = head.next; node != null; node = node.next) {
                    left++;
                }
                int swept = Integer.bitCount(pattern & ((1 << nodes - 1) - 1) & -1 << Math.max(0, nodes - 1 - depth));
                assertEquals(nodes - 1 - swept, left);
                parent.complete(1);
                assertEquals(live, told);
            }
        }
    }

    @Test
    void aDeadHeadTakesAllTheDeadBelowWithIt() {
        List<Future<Integer>> limited = IntStream.range(0, 10)
                .mapToObj(i -> shared.timeout(Duration.ofDays(1), NEVER))
                .toList();
        limited.forEach(Future::cancel);
        assertNull(shared.state(), "nobody waits any more");
    }

    @Test
    void aCancelledOneLetsGoOfItsFunction() {
        List<Future<?>> derived = List.of(
                shared.map(value -> value),
                shared.flatMap(Future::value),
                shared.recover(thrown -> 0),
                shared.recoverWith(Future::failed),
                shared.handle((value, thrown) -> value),
                shared.timeout(Duration.ofDays(1), NEVER));
        for (Future<?> one : derived) {
            assertFalse(((Continuation<?>) one).what == null);
            one.cancel();
            assertNull(((Continuation<?>) one).what);
        }
    }

    @Test
    void threadsThatHaveEnded() throws InterruptedException {
        WeakReference<Thread> first = new WeakReference<>(ranOnAThread());
        // Each looks at a sixteenth of what is kept of threads.
        for (int i = 0; i < 16; i++) {
            ranOnAThread();
        }
        for (int i = 0; i < 50 && first.get() != null; i++) {
            System.gc();
        }
        assertNull(first.get());
    }

    private static Thread ranOnAThread() throws InterruptedException {
        Thread thread = new Thread(() -> Future.value(1).flatMap(Future::value));
        thread.start();
        thread.join();
        return thread;
    }
}
