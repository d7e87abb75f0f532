package io.assay.future;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** map, flatMap, recover, handle, and those over several futures. */
class CombinatorTest {
    private final Promise<Integer> a = new Promise<>();
    private final Promise<Integer> b = new Promise<>();
    private final Promise<Integer> c = new Promise<>();
    private final RuntimeException cause = new RuntimeException("broken");

    @Test
    void flatMapFollowsWhatTheFunctionGives() {
        Future<Integer> followed = a.flatMap(value -> b.map(other -> value + other));
        a.complete(1);
        assertFalse(followed.isDone());
        b.complete(2);
        assertEquals(3, followed.getNow());
        assertEquals(3, a.flatMap(value -> b.map(other -> value + other)).getNow());
    }

    @Test
    void flatMapRefusesNullAndItself() {
        List<Future<Integer>> own = new ArrayList<>();
        own.add(a.flatMap(value -> own.get(0)));
        Future<Integer> none = a.flatMap(value -> null);
        a.complete(1);
        assertTrue(own.get(0).cause() instanceof IllegalStateException);
        assertTrue(none.cause() instanceof NullPointerException);
        assertTrue(a.flatMap(value -> null).cause() instanceof NullPointerException);
    }

    @Test
    void recoverActsOnFailuresAlone() {
        Future<Integer> recovered = a.recover(thrown -> 7);
        Future<Integer> recoveredWith = a.recoverWith(thrown -> b);
        a.fail(cause);
        assertEquals(7, recovered.getNow());
        assertFalse(recoveredWith.isDone());
        b.complete(8);
        assertEquals(8, recoveredWith.getNow());
        Future<Integer> untouched = c.recover(thrown -> 7);
        Future<Integer> untouchedWith = c.recoverWith(thrown -> b);
        c.complete(9);
        assertEquals(9, untouched.getNow());
        assertEquals(9, untouchedWith.getNow());
        assertEquals(9, c.recover(thrown -> 7).getNow());
        assertEquals(9, c.recoverWith(thrown -> b).getNow());
    }

    @Test
    void handleSeesBoth() {
        Future<String> value = a.handle((got, thrown) -> got + " " + thrown);
        a.complete(1);
        assertEquals("1 null", value.getNow());
        Future<Object> failed = b.handle((got, thrown) -> thrown);
        b.fail(cause);
        assertSame(cause, failed.getNow());
    }

    @Test
    void allGathersInTheOrderOfTheInputs() {
        Future<List<Integer>> all = Future.all(List.of(a, b, Future.value(3), c));
        c.complete(4);
        a.complete(1);
        assertFalse(all.isDone());
        b.complete(null);
        assertEquals(Arrays.asList(1, null, 3, 4), all.getNow());
        assertThrows(UnsupportedOperationException.class, () -> all.getNow().set(0, 9));
        assertEquals(List.of(3), Future.all(List.of(Future.value(3))).getNow());
        assertEquals(List.of(), Future.all(List.of()).getNow());
    }

    @Test
    void allFailsWithTheFirstFailure() {
        Future<List<Integer>> all = Future.all(List.of(a, b, c));
        a.complete(1);
        c.fail(cause);
        assertSame(cause, all.cause());
        assertFalse(b.isDone());
        b.fail(new RuntimeException("later"));
        assertSame(cause, all.cause());
        assertSame(cause, Future.all(List.of(a, new Promise<>(), c)).cause());
        assertSame(cause, Future.all(List.of(a, c)).cause());
    }

    @Test
    void allOfTheSameFuture() {
        Future<List<Integer>> all = Future.all(List.of(a, a, a));
        a.complete(5);
        assertEquals(List.of(5, 5, 5), all.getNow());
    }

    @Test
    void raceIsDecidedByTheFirstThatIsDone() {
        Future<Integer> race = Future.race(List.of(a, b, c));
        b.fail(cause);
        a.complete(1);
        assertSame(cause, race.cause());
        assertEquals(1, Future.race(List.of(c, a, b)).getNow());
        assertFalse(c.isDone(), "losers go on");
        assertThrows(IllegalArgumentException.class, () -> Future.race(List.of()));
    }

    @Test
    void anyIsDecidedByTheFirstThatSucceeds() {
        Future<Integer> any = Future.any(List.of(a, b, c));
        b.fail(cause);
        assertFalse(any.isDone());
        c.complete(3);
        a.complete(1);
        assertEquals(3, any.getNow());
        assertEquals(1, Future.any(List.of(b, a, c)).getNow());
        assertThrows(IllegalArgumentException.class, () -> Future.any(List.of()));
    }

    @Test
    void anyFailsWithTheLastFailure() {
        Future<Integer> any = Future.any(List.of(a, b, c));
        a.fail(new RuntimeException("first"));
        c.fail(new RuntimeException("second"));
        b.fail(cause);
        assertSame(cause, any.cause());
        assertSame(cause, Future.any(List.of(b)).cause());
        assertTrue(Future.any(List.of(a, b, c)).isFailed());
    }

    @Test
    void aNullInputIsRefusedBeforeAnythingIsRegistered() {
        List<Future<Integer>> inputs = Arrays.asList(a, null);
        assertThrows(NullPointerException.class, () -> Future.all(inputs));
        assertThrows(NullPointerException.class, () -> Future.race(inputs));
        assertThrows(NullPointerException.class, () -> Future.any(inputs));
        assertNull(a.state());
        assertThrows(NullPointerException.class, () -> Future.all(Arrays.asList(Future.failed(cause), null)));
    }

    @Test
    void losersOnALongLivedFutureDoNotPileUp() {
        for (int i = 0; i < 1_000; i++) {
            Promise<Integer> shortLived = new Promise<>();
            Future<Integer> race = Future.race(List.of(a, shortLived));
            Future<Integer> any = Future.any(List.of(a, shortLived));
            Future<List<Integer>> all = Future.all(List.of(a, shortLived));
            a.map(value -> value).cancel();
            a.flatMap(value -> shortLived).cancel();
            a.map(value -> value, Runnable::run).cancel();
            shortLived.complete(i);
            assertEquals(i, race.getNow());
            assertEquals(i, any.getNow());
            all.cancel();
        }
        int registered = 0;
        for (Continuation<?> node = (Continuation<?>) a.state(); node != null; node = node.next) {
            registered++;
        }
        assertTrue(registered <= 12, registered + " are registered, though all are done");
    }
}
