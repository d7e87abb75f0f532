package io.assay.future;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cancelling goes down, never up: each way to derive a future, each side cancelled. */
class CancellationTest {
    private static final Timer NEVER = (task, delay, unit) -> () -> {};

    private final Promise<Integer> other = new Promise<>();
    private int called;

    enum Derivation {
        MAP(true, (test, source) -> source.map(test::called)),
        FLAT_MAP(true, (test, source) -> source.flatMap(value -> Future.value(test.called(value)))),
        RECOVER(false, (test, source) -> source.recover(thrown -> test.called(0))),
        RECOVER_WITH(false, (test, source) -> source.recoverWith(thrown -> Future.value(test.called(0)))),
        HANDLE(false, (test, source) -> source.handle((value, thrown) -> test.called(0))),
        MAP_ON_EXECUTOR(true, (test, source) -> source.map(test::called, Runnable::run)),
        TIMEOUT(true, (test, source) -> source.timeout(Duration.ofDays(1), NEVER)),
        ALL(true, (test, source) -> Future.all(List.of(source, test.other))),
        RACE(true, (test, source) -> Future.race(List.of(source, test.other))),
        ANY(false, (test, source) -> Future.any(List.of(source, test.other))),
        COMPLETED_WITH(true, (test, source) -> {
            Promise<Integer> promise = new Promise<>();
            promise.completeWith(source);
            return promise;
        });

        private final boolean passesOn;
        private final java.util.function.BiFunction<CancellationTest, Future<Integer>, Future<?>> derive;

        Derivation(
                boolean passesOn, java.util.function.BiFunction<CancellationTest, Future<Integer>, Future<?>> derive) {
            this.passesOn = passesOn;
            this.derive = derive;
        }
    }

    private int called(int value) {
        called++;
        return value;
    }

    @ParameterizedTest
    @EnumSource(Derivation.class)
    void theSourceCancelled(Derivation derivation) {
        Promise<Integer> source = new Promise<>();
        Future<?> derived = derivation.derive.apply(this, source);
        assertTrue(source.cancel());
        assertEquals(derivation.passesOn, derived.isCancelled());
        assertFalse(other.isDone());
        if (derivation == Derivation.ANY) {
            other.complete(3);
            assertEquals(3, derived.getNow());
        } else if (!derivation.passesOn) {
            assertEquals(0, derived.getNow());
        }
    }

    @ParameterizedTest
    @EnumSource(Derivation.class)
    void theDerivedCancelled(Derivation derivation) {
        Promise<Integer> source = new Promise<>();
        Future<?> derived = derivation.derive.apply(this, source);
        Future<?> behind = derived.map(value -> value);
        assertTrue(derived.cancel());
        assertFalse(derived.cancel());
        assertFalse(source.isDone(), "never up");
        assertFalse(other.isDone(), "never up");
        assertTrue(behind.isCancelled(), "but down");
        source.complete(1);
        assertTrue(derived.isCancelled());
        assertEquals(0, called, "what has not started is not called");
    }

    @ParameterizedTest
    @EnumSource(Derivation.class)
    void theLastOneCancelledLeavesTheOthers(Derivation derivation) {
        Promise<Integer> source = new Promise<>();
        Future<?> derived = derivation.derive.apply(this, source);
        assertTrue(derived.map(value -> value).cancel());
        assertFalse(derived.isDone());
        source.complete(1);
        other.complete(2);
        assertTrue(derived.isSuccess());
    }

    @Test
    void whatTheFunctionGaveIsNotTouched() {
        Promise<Integer> source = new Promise<>();
        Future<Integer> early = source.flatMap(value -> other);
        source.complete(1);
        Future<Integer> late = source.flatMap(value -> other);
        assertTrue(early.cancel());
        assertTrue(late.cancel());
        assertFalse(other.isDone());
    }

    @Test
    void aSharedTurnOfALoopSurvivesTheLoopsCancel() {
        Promise<Integer> source = new Promise<>();
        Promise<Integer> gate = new Promise<>();
        Future<Integer> shared = gate.flatMap(value -> other);
        Future<Integer> one = source.flatMap(value -> shared);
        Future<Integer> two = source.flatMap(value -> shared);
        source.complete(1);
        gate.complete(1);
        assertTrue(one.cancel());
        other.complete(5);
        assertEquals(5, shared.getNow());
        assertEquals(5, two.getNow());
    }

    @Test
    void whoHasHandedOverStaysAFutureOfItsOwn() {
        Promise<Integer> source = new Promise<>();
        Promise<Integer> gate = new Promise<>();
        Future<Integer> inner = gate.flatMap(value -> other);
        Future<Integer> outer = source.flatMap(value -> inner);
        source.complete(1);
        gate.complete(1);
        assertEquals(Marker.HANDED_OVER, ((Follower<?>) inner).state());
        assertFalse(inner.isDone() || inner.isFailed());
        Future<Integer> behind = inner.map(value -> value + 1);
        List<Object> told = new ArrayList<>();
        inner.onComplete((value, thrown) -> told.add(value));
        assertTrue(inner.cancel());
        assertTrue(inner.isCancelled());
        assertTrue(behind.isCancelled(), "cancelling goes down");
        assertEquals(Collections.singletonList(null), told);
        assertFalse(outer.isDone(), "as documented: no longer felt by the outer one");
        other.complete(5);
        assertEquals(5, outer.getNow());
        assertTrue(inner.isCancelled() && behind.isCancelled());
    }

    @Test
    void whoHasHandedOverPassesTheResultOnToWhoRegistersLater() {
        Promise<Integer> source = new Promise<>();
        Promise<Integer> gate = new Promise<>();
        Future<Integer> inner = gate.flatMap(value -> other);
        Future<Integer> outer = source.flatMap(value -> inner);
        source.complete(1);
        gate.complete(1);
        List<Integer> told = new ArrayList<>();
        outer.onComplete((value, thrown) -> told.add(1));
        inner.onComplete((value, thrown) -> told.add(2));
        inner.onComplete((value, thrown) -> told.add(3));
        other.complete(5);
        assertEquals(5, inner.getNow());
        assertEquals(List.of(1, 2, 3), told);
    }

    @Test
    @Timeout(60)
    void whoWaitsForOneThatHasHandedOverFeelsItsCancel() throws Exception {
        Promise<Integer> source = new Promise<>();
        Promise<Integer> gate = new Promise<>();
        Future<Integer> inner = gate.flatMap(value -> other);
        Future<Integer> outer = source.flatMap(value -> inner);
        source.complete(1);
        gate.complete(1);
        List<Throwable> thrown = new ArrayList<>();
        Thread waiter = new Thread(() -> {
            try {
                inner.await(Duration.ofSeconds(50));
            } catch (Exception e) {
                thrown.add(e);
            }
        });
        waiter.start();
        while (!(((Follower<?>) inner).state() instanceof Waiter)) {
            Thread.onSpinWait();
        }
        assertTrue(inner.cancel());
        waiter.join();
        assertEquals(
                List.of(CancellationException.class),
                thrown.stream().map(Object::getClass).toList());
        assertFalse(outer.isDone());
    }

    @Test
    void whoHasHandedOverIsDoneOnce() {
        Promise<Integer> source = new Promise<>();
        Promise<Integer> gate = new Promise<>();
        Future<Integer> inner = gate.flatMap(value -> other);
        source.flatMap(value -> inner);
        source.complete(1);
        gate.complete(1);
        assertEquals(Marker.HANDED_OVER, ((Follower<?>) inner).state());
        other.complete(5);
        assertFalse(inner.cancel(), "the one that it has become is done");
        assertEquals(5, inner.getNow());
        assertNull(((Follower<?>) inner).what, "needs the other one no more");
    }

    @Test
    void whoHasHandedOverGivesTheResult() throws Exception {
        Promise<Integer> source = new Promise<>();
        List<Promise<Integer>> gates = new ArrayList<>();
        Function<Integer, Future<Integer>>[] turn = new Function[1];
        turn[0] = i -> {
            Promise<Integer> gate = new Promise<>();
            gates.add(gate);
            return i == 10 ? gate : gate.flatMap(turn[0]);
        };
        Future<Integer> first = turn[0].apply(0);
        Future<Integer> outer = source.flatMap(value -> first);
        source.complete(1);
        for (int i = 0; i < gates.size(); i++) {
            assertFalse(first.isDone());
            gates.get(i).complete(i + 1);
        }
        assertEquals(11, outer.getNow());
        assertEquals(11, first.getNow());
        assertEquals(11, first.await());
        assertEquals(11, first.await(Duration.ofNanos(TimeUnit.SECONDS.toNanos(1))));
    }
}
