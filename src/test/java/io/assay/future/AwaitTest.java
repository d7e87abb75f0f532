package io.assay.future;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Blocking a thread. */
@Timeout(60)
class AwaitTest {
    private final Promise<String> promise = new Promise<>();
    private final RuntimeException cause = new RuntimeException("broken");

    /** A thread that waits, once it is seen to be registered. */
    private static <V> FutureTask<V> blocked(Promise<?> on, Thread[] thread, Callable<V> wait) {
        FutureTask<V> task = new FutureTask<>(wait);
        thread[0] = new Thread(task);
        thread[0].start();
        while (!(on.state() instanceof Waiter)) {
            Thread.onSpinWait();
        }
        return task;
    }

    @Test
    void givesWhatIsThere() throws Exception {
        promise.complete("value");
        assertEquals("value", promise.await());
        assertEquals("value", promise.await(Duration.ZERO));
        assertNull(Future.value(null).await());
    }

    @Test
    void wakesWhenItComes() throws Exception {
        FutureTask<String> waiting = blocked(promise, new Thread[1], promise::await);
        promise.complete("value");
        assertEquals("value", waiting.get());
    }

    @Test
    void wakesWithinALimit() throws Exception {
        FutureTask<String> waiting = blocked(promise, new Thread[1], () -> promise.await(Duration.ofDays(1_000_000)));
        promise.complete("value");
        assertEquals("value", waiting.get());
    }

    @Test
    void wakesForAFailure() throws Exception {
        FutureTask<String> waiting = blocked(promise, new Thread[1], promise::await);
        promise.fail(cause);
        ExecutionException outer = assertThrows(ExecutionException.class, waiting::get);
        assertSame(cause, assertThrowsIn(outer, ExecutionException.class).getCause());
        assertSame(cause, assertThrows(ExecutionException.class, promise::await).getCause());
    }

    @Test
    void wakesForACancel() throws Exception {
        FutureTask<String> waiting = blocked(promise, new Thread[1], promise::await);
        promise.cancel();
        assertThrowsIn(assertThrows(ExecutionException.class, waiting::get), CancellationException.class);
        assertThrows(CancellationException.class, promise::await);
    }

    @Test
    void isInterrupted() throws Exception {
        Thread[] thread = new Thread[1];
        FutureTask<String> waiting = blocked(promise, thread, promise::await);
        thread[0].interrupt();
        assertThrowsIn(assertThrows(ExecutionException.class, waiting::get), InterruptedException.class);
        assertFalse(promise.isDone());
        assertNull(promise.state(), "nothing stays registered");
    }

    @Test
    void isInterruptedBeforeItWaits() {
        promise.complete("value");
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, promise::await);
        assertFalse(Thread.interrupted());
    }

    @Test
    void givesUpInTimeAndLeavesNothing() {
        for (int i = 0; i < 100; i++) {
            assertThrows(TimeoutException.class, () -> promise.await(Duration.ofNanos(1)));
            assertThrows(TimeoutException.class, () -> promise.await(Duration.ZERO));
            assertThrows(TimeoutException.class, () -> promise.await(Duration.ofNanos(-1)));
        }
        assertNull(promise.state());
        assertTrue(promise.tryComplete("value"));
    }

    private static <X extends Throwable> X assertThrowsIn(ExecutionException outer, Class<X> type) {
        return type.cast(outer.getCause());
    }
}
