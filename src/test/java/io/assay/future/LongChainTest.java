package io.assay.future;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A million links: no stack overflows, nothing is lost, nothing is kept. */
class LongChainTest {
    private static final int MILLION = 1_000_000;

    private final Promise<Integer> promise = new Promise<>();
    private final Queue<Promise<Integer>> pending = new ArrayDeque<>();
    private int count;

    private static Future<Integer> maps(Future<Integer> source) {
        Future<Integer> future = source;
        for (int i = 0; i < MILLION; i++) {
            future = future.map(value -> value + 1);
        }
        return future;
    }

    @Test
    void mapsOnWhatIsDone() {
        promise.complete(0);
        assertEquals(MILLION, maps(promise).getNow());
        assertEquals(MILLION, maps(Future.value(0)).getNow());
    }

    @Test
    void mapsCompletedAfterwards() {
        Future<Integer> end = maps(promise);
        promise.complete(0);
        assertEquals(MILLION, end.getNow());
    }

    @Test
    void aFailurePassesThemAll() {
        RuntimeException cause = new RuntimeException();
        Future<Integer> end = maps(promise);
        promise.fail(cause);
        assertSame(cause, end.cause());
    }

    @Test
    void aCancelPassesThemAll() {
        Future<Integer> end = maps(promise);
        promise.cancel();
        assertTrue(end.isCancelled());
    }

    @Test
    void flatMapsInARow() {
        Future<Integer> before = promise;
        for (int i = 0; i < MILLION; i++) {
            before = before.flatMap(value -> Future.value(value + 1));
        }
        promise.complete(0);
        assertEquals(MILLION, before.getNow());
    }

    @Test
    void aLoopOfFlatMapsOverWhatIsDone() {
        assertEquals(MILLION, countUp(0).getNow());
    }

    private Future<Integer> countUp(int from) {
        return from == MILLION ? Future.value(from) : Future.value(from + 1).flatMap(this::countUp);
    }

    @Test
    void aLoopOfRecoveriesOverWhatHasFailed() {
        assertEquals("tried a million times", retry(0).getNow());
    }

    private Future<String> retry(int times) {
        return times == MILLION
                ? Future.value("tried a million times")
                : Future.<String>failed(new Again()).recoverWith(thrown -> retry(times + 1));
    }

    private static final class Again extends RuntimeException {
        private static final long serialVersionUID = 1;

        Again() {
            super(null, null, false, false);
        }
    }

    @Test
    void aLoopOfFlatMapsOverWhatIsPending() {
        Future<Integer> end = countUpLater(0);
        while (!pending.isEmpty()) {
            pending.remove().complete(++count);
        }
        assertEquals(MILLION, end.getNow());
    }

    private Future<Integer> countUpLater(int from) {
        if (from == MILLION) {
            return Future.value(from);
        }
        Promise<Integer> next = new Promise<>();
        pending.add(next);
        return next.flatMap(this::countUpLater);
    }

    @Test
    void aLoopKeepsNothingOfItsTurns() {
        List<WeakReference<Future<Integer>>> turns = new ArrayList<>();
        Future<Integer> end = remembered(0, turns);
        while (turns.size() < 1_000) {
            pending.remove().complete(++count);
        }
        assertFalse(end.isDone());
        int alive = 0;
        for (int i = 0; i < 20; i++) {
            System.gc();
            alive = 0;
            for (WeakReference<Future<Integer>> turn : turns) {
                alive += turn.get() == null ? 0 : 1;
            }
            if (alive <= 3) {
                break;
            }
        }
        assertTrue(alive <= 3, alive + " of 1000 turns are kept: the first, the last and no more are needed");
        while (!pending.isEmpty()) {
            pending.remove().complete(++count);
        }
        assertEquals(2_000, end.getNow());
    }

    private Future<Integer> remembered(int from, List<WeakReference<Future<Integer>>> turns) {
        if (from == 2_000) {
            return Future.value(from);
        }
        Promise<Integer> next = new Promise<>();
        pending.add(next);
        Future<Integer> turn = next.flatMap(value -> remembered(value, turns));
        turns.add(new WeakReference<>(turn));
        return turn;
    }

    @Test
    void promisesThatCompleteEachOther() {
        List<Promise<Integer>> row = new ArrayList<>();
        for (int i = 0; i <= MILLION; i++) {
            row.add(new Promise<>());
        }
        for (int i = 0; i < MILLION; i++) {
            Promise<Integer> next = row.get(i + 1);
            row.get(i).onComplete((value, thrown) -> next.complete(value + 1));
        }
        row.get(0).complete(0);
        assertEquals(MILLION, row.get(MILLION).getNow());
    }

    @Test
    void promisesThatCompleteEachOtherThroughAll() {
        List<Promise<Integer>> row = new ArrayList<>();
        for (int i = 0; i <= MILLION; i++) {
            row.add(new Promise<>());
        }
        for (int i = 0; i < MILLION; i++) {
            Promise<Integer> next = row.get(i + 1);
            Future.all(List.of(row.get(i))).onComplete((values, thrown) -> next.complete(values.get(0) + 1));
        }
        row.get(0).complete(0);
        assertEquals(MILLION, row.get(MILLION).getNow());
    }

    @Test
    void allsOfAlls() {
        RuntimeException cause = new RuntimeException();
        Future<?> end = promise;
        for (int i = 0; i < MILLION; i++) {
            end = Future.all(List.of(end));
        }
        promise.fail(cause);
        assertSame(cause, end.cause());
    }

    @Test
    void promisesThatFollowEachOther() {
        Promise<Integer> last = promise;
        for (int i = 0; i < MILLION; i++) {
            Promise<Integer> next = new Promise<>();
            next.completeWith(last);
            last = next;
        }
        promise.complete(7);
        assertEquals(7, last.getNow());
    }

    @Test
    void listenersThatRegisterListeners() {
        listen();
        assertEquals(MILLION, count);
    }

    private void listen() {
        if (count < MILLION) {
            count++;
            Future.value(count).onComplete((value, thrown) -> listen());
        }
    }

    @Test
    void allOfAMillion() {
        List<Promise<Integer>> inputs = new ArrayList<>();
        for (int i = 0; i < MILLION; i++) {
            inputs.add(new Promise<>());
        }
        Future<List<Integer>> all = Future.all(inputs);
        for (int i = MILLION - 1; i >= 0; i--) {
            assertFalse(all.isDone());
            inputs.get(i).complete(i);
        }
        List<Integer> values = all.getNow();
        for (int i = 0; i < MILLION; i++) {
            assertEquals(i, values.get(i));
        }
    }

    @Test
    void aMillionCallbacksOnOne() {
        for (int i = 0; i < MILLION; i++) {
            int turn = i;
            promise.onComplete((value, thrown) -> count += count == turn ? 1 : 0);
        }
        promise.complete(0);
        assertEquals(MILLION, count, "in order");
    }

    @Test
    void aDoneChainHoldsNothingOfWhatCameBefore() {
        Object large = new Object();
        WeakReference<Object> input = new WeakReference<>(large);
        Promise<Object> source = new Promise<>();
        WeakReference<Future<Object>> parent = new WeakReference<>(source);
        Future<String> end = source.map(value -> "small");
        source.complete(large);
        large = null;
        source = null;
        for (int i = 0; i < 20 && (input.get() != null || parent.get() != null); i++) {
            System.gc();
        }
        assertEquals("small", end.getNow());
        assertTrue(input.get() == null && parent.get() == null);
    }

    @Test
    @Timeout(60)
    void howDeepOneThreadNestsIsNoOthersConcern() throws InterruptedException {
        AtomicReference<Thread> ranOn = new AtomicReference<>();
        promise.onComplete((value, thrown) -> ranOn.set(Thread.currentThread()));
        Thread other = new Thread(() -> promise.complete(1));
        Thread[] seen = new Thread[1];
        nested(Propagation.MAX_DEPTH, () -> {
            other.start();
            other.join();
            seen[0] = ranOn.get();
            return null;
        });
        assertSame(other, seen[0], "inside the other's complete");
    }

    private static Future<Integer> nested(int levels, Callable<?> deepest) {
        return Future.value(levels).flatMap(left -> {
            if (left > 1) {
                return nested(left - 1, deepest);
            }
            try {
                deepest.call();
            } catch (Exception e) {
                return Future.failed(e);
            }
            return Future.value(0);
        });
    }
}
