package io.assay.future;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** Completing, failing, cancelling, and asking afterwards. */
class PromiseTest {
    private final Promise<String> promise = new Promise<>();
    private final RuntimeException cause = new RuntimeException("broken");

    @Test
    void isPendingAtFirst() {
        assertFalse(promise.isDone() || promise.isSuccess() || promise.isFailed() || promise.isCancelled());
        assertNull(promise.cause());
        assertThrows(IllegalStateException.class, promise::getNow);
    }

    @Test
    void hasItsValue() {
        promise.complete("value");
        assertTrue(promise.isDone() && promise.isSuccess());
        assertFalse(promise.isFailed() || promise.isCancelled());
        assertEquals("value", promise.getNow());
        assertNull(promise.cause());
    }

    @Test
    void nullIsAValue() {
        promise.complete(null);
        assertTrue(promise.isSuccess());
        assertNull(promise.getNow());
        assertNull(promise.map(value -> value).getNow());
        assertTrue(Future.value(null).isSuccess());
        assertNull(Future.value(null).map(value -> value).getNow());
    }

    @Test
    void aFutureIsAValue() {
        // A derived future is what a pending state holds: as a value it must not be taken for one.
        for (Future<String> inner : List.of(promise, promise.map(value -> value))) {
            Promise<Future<String>> outer = new Promise<>();
            Future<Future<String>> before = outer.map(value -> value);
            outer.complete(inner);
            assertTrue(outer.isSuccess());
            assertSame(inner, outer.getNow());
            assertSame(inner, before.getNow());
            assertSame(inner, outer.map(value -> value).getNow());
            assertSame(
                    inner, Future.value(inner).handle((value, thrown) -> value).getNow());
        }
    }

    @Test
    void hasItsFailure() {
        promise.fail(cause);
        assertTrue(promise.isDone() && promise.isFailed());
        assertFalse(promise.isSuccess() || promise.isCancelled());
        assertSame(cause, promise.cause());
        assertSame(
                cause, assertThrows(CompletionException.class, promise::getNow).getCause());
    }

    @Test
    void cancellingIsAFailure() {
        assertTrue(promise.cancel());
        assertTrue(promise.isDone() && promise.isFailed() && promise.isCancelled());
        assertTrue(promise.cause() instanceof CancellationException);
        assertThrows(CancellationException.class, promise::getNow);
    }

    @Test
    void failingWithACancellationIsCancelling() {
        promise.fail(new CancellationException());
        assertTrue(promise.isCancelled());
    }

    @Test
    void theFirstDecides() {
        promise.complete("first");
        assertFalse(promise.tryComplete("late"));
        assertFalse(promise.tryFail(cause));
        assertFalse(promise.cancel());
        assertThrows(IllegalStateException.class, () -> promise.complete("late"));
        IllegalStateException late = assertThrows(IllegalStateException.class, () -> promise.fail(cause));
        assertSame(cause, late.getSuppressed()[0], "a failure that comes too late is still told");
        assertEquals("first", promise.getNow());
    }

    @Test
    void completingTheCancelledIsTooLate() {
        promise.cancel();
        assertFalse(promise.tryComplete("late"));
        assertThrows(IllegalStateException.class, () -> promise.complete("late"));
        assertTrue(promise.isCancelled());
    }

    @Test
    void whatIsDoneFromTheStartStaysSo() {
        Future<String> value = Future.value("value");
        assertFalse(value.cancel());
        assertEquals("value", value.getNow());
        Future<String> failed = Future.failed(cause);
        assertFalse(failed.cancel());
        assertSame(cause, failed.cause());
    }

    @Test
    void aFailureNeedsACause() {
        assertThrows(NullPointerException.class, () -> promise.fail(null));
        assertThrows(NullPointerException.class, () -> Future.failed(null));
        assertFalse(promise.isDone());
    }

    @Test
    void missingFunctionsAreRefusedAtOnce() {
        Future<String> done = Future.value("value");
        for (Future<String> future : new Future[] {promise, done}) {
            assertThrows(NullPointerException.class, () -> future.map(null));
            assertThrows(NullPointerException.class, () -> future.flatMap(null));
            assertThrows(NullPointerException.class, () -> future.recover(null));
            assertThrows(NullPointerException.class, () -> future.recoverWith(null));
            assertThrows(NullPointerException.class, () -> future.handle(null));
            assertThrows(NullPointerException.class, () -> future.onComplete(null));
            assertThrows(NullPointerException.class, () -> future.map(value -> value, null));
        }
    }

    @Test
    void completesWithAnother() {
        Promise<String> other = new Promise<>();
        promise.completeWith(other);
        assertFalse(promise.isDone());
        other.complete("other");
        assertEquals("other", promise.getNow());
        Promise<String> again = new Promise<>();
        again.completeWith(promise);
        assertEquals("other", again.getNow());
        assertThrows(IllegalArgumentException.class, () -> again.completeWith(again));
    }

    @Test
    void completesWithAnotherUnlessItIsDone() {
        Promise<String> other = new Promise<>();
        promise.completeWith(other);
        promise.cancel();
        other.complete("other");
        assertTrue(promise.isCancelled());
        assertEquals("other", other.getNow());
    }
}
