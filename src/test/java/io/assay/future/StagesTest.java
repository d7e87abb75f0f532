package io.assay.future;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** To the JDK's futures and back. */
class StagesTest {
    private final Promise<String> promise = new Promise<>();
    private final CompletableFuture<String> stage = new CompletableFuture<>();
    private final RuntimeException cause = new RuntimeException("broken");

    @Test
    void fromAStage() {
        Future<String> future = Future.from(stage);
        assertFalse(future.isDone());
        stage.complete("value");
        assertEquals("value", future.getNow());
        assertEquals("value", Future.from(stage).getNow());
        assertTrue(Future.from(CompletableFuture.completedStage(null)).isSuccess());
    }

    @Test
    void fromAStageThatFails() {
        Future<String> direct = Future.from(stage);
        Future<String> derived = Future.from(stage.thenApply(value -> value));
        stage.completeExceptionally(cause);
        assertSame(cause, direct.cause());
        assertSame(cause, derived.cause(), "without the CompletionException around it");
    }

    @Test
    void fromAStageThatIsCancelled() {
        Future<String> direct = Future.from(stage);
        Future<String> derived = Future.from(stage.thenApply(value -> value));
        stage.cancel(false);
        assertTrue(direct.isCancelled());
        assertTrue(derived.isCancelled());
    }

    @Test
    void aBareCompletionExceptionStays() {
        CompletionException bare = new CompletionException("no cause", null);
        stage.completeExceptionally(bare);
        assertSame(bare, Future.from(stage).cause());
    }

    @Test
    void cancelsNothingUpwards() {
        assertTrue(Future.from(stage).cancel());
        assertFalse(stage.isDone());
        assertTrue(promise.toCompletableFuture().cancel(false));
        assertFalse(promise.isDone());
    }

    @Test
    void toAStage() {
        CompletableFuture<String> before = promise.toCompletableFuture();
        assertFalse(before.isDone());
        promise.complete("value");
        assertEquals("value", before.join());
        assertEquals("value", promise.toCompletableFuture().join());
    }

    @Test
    void failuresToAStage() {
        CompletableFuture<String> before = promise.toCompletableFuture();
        promise.fail(cause);
        assertSame(cause, assertThrows(CompletionException.class, before::join).getCause());
        Promise<String> cancelled = new Promise<>();
        cancelled.cancel();
        assertTrue(cancelled.toCompletableFuture().isCancelled());
    }
}
