package io.assay.future;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is confined to this thread; that it otherwise behaves as what is shared, {@link FuturePropertyTest} holds. */
@Timeout(60)
class LocalPromisesTest {
    private static final int MILLION = 1_000_000;

    private final LocalPromises local = LocalPromises.ofCurrentThread();
    private final Promise<Integer> promise = local.promise();
    private final List<Object> told = new ArrayList<>();

    private static <T> T elsewhere(Supplier<T> action) {
        return CompletableFuture.supplyAsync(action, task -> new Thread(task).start())
                .handle((value, thrown) -> {
                    if (thrown != null) {
                        throw (RuntimeException) thrown.getCause();
                    }
                    return value;
                })
                .join();
    }

    private static void refused(Supplier<?> action) {
        Throwable thrown =
                assertThrows(Exception.class, () -> elsewhere(action)).getCause();
        assertInstanceOf(IllegalStateException.class, thrown);
        assertTrue(thrown.getMessage().startsWith("the future is confined to thread "), thrown.getMessage());
    }

    private void refusesOthers(Promise<Integer> confined) {
        refused(() -> confined.map(value -> value));
        refused(() -> confined.flatMap(Future::value));
        refused(() -> confined.onComplete((value, cause) -> told.add(value)));
        refused(() -> confined.tryComplete(1));
        refused(confined::cancel);
        assertFalse(elsewhere(confined::isDone));
        assertFalse(confined.isDone());
    }

    @Test
    void otherThreadsMayOnlyRead() {
        refusesOthers(promise);
        Future<Integer> mapped = promise.map(value -> value + 1);
        refused(mapped::cancel);
        refused(() -> mapped.map(value -> value));
        refusesOthers(promise);
        promise.complete(1);
        assertEquals(2, elsewhere(mapped::getNow));
        assertEquals(3, elsewhere(() -> mapped.map(value -> value + 1).getNow()));
        assertEquals(List.of(), told);
    }

    @Test
    void whatIsMadeOfItAtOnceIsConfinedAndTheRestIsShared() {
        Future<Integer> flat = promise.flatMap(Future::value);
        Future<Integer> all = Future.all(List.of(promise)).map(values -> values.get(0));
        Future<Integer> late = promise.timeout(Duration.ofDays(1));
        Future<Integer> recovered = promise.recover(cause -> 0);
        Future<Integer> handled = local.<Integer>promise().handle((value, cause) -> 0);
        assertTrue(elsewhere(flat::cancel));
        assertTrue(elsewhere(all::cancel));
        assertTrue(elsewhere(late::cancel));
        assertTrue(elsewhere(recovered::cancel), "with several that wait it is not known");
        refused(handled::cancel);
        promise.complete(1);
        assertTrue(flat.isCancelled() && all.isCancelled() && late.isCancelled() && recovered.isCancelled());
    }

    @Test
    void listenersAreToldInOrder() {
        for (int i = 0; i < 5; i++) {
            int number = i;
            promise.map(value -> value + number).onComplete((value, cause) -> told.add(value));
        }
        promise.complete(10);
        promise.onComplete((value, cause) -> told.add("late"));
        assertEquals(List.of(10, 11, 12, 13, 14, "late"), told);
        assertFalse(promise.tryComplete(1));
        assertThrows(IllegalStateException.class, () -> promise.complete(1));
    }

    @Test
    void whatHasDiedLeavesTheList() {
        Future<Integer> first = promise.map(value -> value);
        assertTrue(first.cancel());
        Future<Integer> second = promise.map(value -> value + 1);
        assertSame(second, promise.state());
        assertInstanceOf(Owner.class, ((Continuation<?>) second).next);
        Timer expired = (task, delay, unit) -> {
            told.add(task);
            return () -> {};
        };
        Promise<Integer> other = local.promise();
        Future<Integer> limited = other.timeout(Duration.ofSeconds(1), expired);
        elsewhere(() -> {
            ((Runnable) told.get(0)).run();
            return 0;
        });
        assertTrue(limited.isFailed());
        assertInstanceOf(Owner.class, other.state());
        other.complete(1);
        promise.complete(1);
        assertEquals(2, second.getNow());
    }

    @Test
    void aMillionMapsAndALoopOfFlatMaps() {
        Future<Integer> end = promise;
        for (int i = 0; i < MILLION; i++) {
            end = end.map(value -> value + 1);
        }
        Future<Integer> loop = turn(0);
        promise.complete(0);
        assertEquals(MILLION, end.getNow());
        for (int i = 0; i < MILLION; i++) {
            turns.remove(0).complete(i);
        }
        assertEquals(MILLION, loop.getNow());
    }

    private final List<Promise<Integer>> turns = new ArrayList<>();

    private Future<Integer> turn(int number) {
        if (number == MILLION) {
            return Future.value(number);
        }
        Promise<Integer> next = local.promise();
        turns.add(next);
        return next.flatMap(value -> turn(number + 1));
    }

    @Test
    void allOfConfinedAndSharedOnes() {
        for (int shared = 0; shared < 8; shared++) {
            List<Promise<Integer>> promises = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                promises.add((shared >> i & 1) == 0 ? local.promise() : new Promise<>());
            }
            for (int done = -1; done < 3; done++) {
                List<Future<Integer>> inputs = new ArrayList<>(promises);
                inputs.add(1, Future.value(7));
                Future<List<Integer>> all = Future.all(inputs);
                assertFalse(all.isDone());
                if (done >= 0) {
                    promises.get(done).complete(done);
                }
                if (done == 2) {
                    assertEquals(List.of(0, 7, 1, 2), all.getNow());
                }
            }
        }
        Promise<Integer> failing = local.promise();
        Future<List<Integer>> all = Future.all(List.of(promise, failing));
        failing.fail(new IllegalArgumentException("broken"));
        assertEquals("broken", all.cause().getMessage());
        promise.complete(1);
    }

    @Test
    void toBeCompletedByAnotherThreadIsReported() {
        Promise<Integer> shared = new Promise<>();
        promise.completeWith(shared);
        List<Throwable> reported = new ArrayList<>();
        elsewhere(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> reported.add(thrown));
            return shared.tryComplete(1);
        });
        assertEquals(1, reported.size());
        assertInstanceOf(IllegalStateException.class, reported.get(0));
        assertFalse(promise.isDone());
        promise.complete(2);
        assertNull(promise.cause());
    }
}
