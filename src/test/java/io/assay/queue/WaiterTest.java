package io.assay.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a consumer waits and is woken. */
@Timeout(60)
class WaiterTest {
    private static final long FOREVER = Long.MAX_VALUE;
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final ExecutorService consumer = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "consumer");
        thread.setDaemon(true);
        return thread;
    });

    @AfterEach
    void end() {
        consumer.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource
    void anItemEndsTheWait(WaitStrategy strategy) throws Exception {
        for (long nanos : new long[] {FOREVER, MINUTE}) {
            WaitingHandoff<String> queue = queue(strategy);
            for (int i = 0; i < 20; i++) {
                Future<String> taken = waiting(() -> queue.take(nanos), strategy, i == 0);
                assertTrue(queue.offer("item " + i));
                assertEquals("item " + i, taken.get());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsThereIsTakenWithoutWaiting(WaitStrategy strategy) throws Exception {
        WaitingHandoff<String> queue = queue(strategy);
        queue.offer("a");
        queue.offer("b");
        queue.offer("c");
        assertTrue(queue.await(0));
        assertEquals("a", queue.take(0));
        assertEquals("b", queue.take(FOREVER));
        assertEquals("c", queue.take());
        assertNull(queue.take(0));
        assertNull(queue.take(-1));
        assertFalse(queue.await(0));
    }

    @ParameterizedTest
    @EnumSource
    void theTimeIsUp(WaitStrategy strategy) throws Exception {
        WaitingHandoff<String> queue = queue(strategy);
        long start = System.nanoTime();
        assertFalse(queue.await(2_000_000));
        assertTrue(System.nanoTime() - start >= 2_000_000);
        assertNull(queue.take(1_000));
    }

    @ParameterizedTest
    @EnumSource
    void aWakeUpEndsOneWait(WaitStrategy strategy) throws Exception {
        WaitingHandoff<String> queue = queue(strategy);
        queue.wakeUp();
        queue.wakeUp();
        assertTrue(queue.await(FOREVER), "it is not lost where nobody waits");
        assertFalse(queue.await(1_000), "and counts once");
        Future<Boolean> woken = waiting(() -> queue.await(FOREVER), strategy, true);
        queue.wakeUp();
        assertTrue(woken.get());
        Future<String> none = waiting(() -> queue.take(FOREVER), strategy, true);
        queue.wakeUp();
        assertNull(none.get());
        Future<String> item = waiting(queue::take, strategy, true);
        queue.wakeUp();
        queue.offer("item");
        assertEquals("item", item.get());
    }

    @ParameterizedTest
    @EnumSource
    void anInterruptEndsTheWait(WaitStrategy strategy) throws Exception {
        WaitingHandoff<String> queue = queue(strategy);
        for (long nanos : new long[] {FOREVER, MINUTE}) {
            assertInterrupted(consumer.submit(() -> {
                Thread.currentThread().interrupt();
                return queue.take(nanos);
            }));
        }
        Future<String> waits = waiting(queue::take, strategy, true);
        consumer.shutdownNow();
        assertInterrupted(waits);
        assertTrue(queue.offer("still works"));
        assertEquals("still works", queue.take(FOREVER));
    }

    @ParameterizedTest
    @EnumSource
    void readyIsAskedForByTheConsumerAlone(WaitStrategy strategy) throws Exception {
        Waiter waiter = strategy.newWaiter();
        Thread self = Thread.currentThread();
        AtomicInteger looks = new AtomicInteger();
        assertTrue(waiter.await(
                () -> looks.incrementAndGet() > 1_200 && Thread.currentThread() == self || signalled(waiter), FOREVER));
        assertTrue(looks.get() > 1_200);
    }

    /** Not ready yet: but the signal that makes a parked consumer look again has been given. */
    private static boolean signalled(Waiter waiter) {
        waiter.signal();
        return false;
    }

    /** Starts a consumer; where it parks, and that is to be seen, returns when it does. */
    private <T> Future<T> waiting(Callable<T> wait, WaitStrategy strategy, boolean parked) {
        Thread[] thread = new Thread[1];
        AtomicInteger started = new AtomicInteger();
        Future<T> result = consumer.submit(() -> {
            thread[0] = Thread.currentThread();
            started.set(1);
            return wait.call();
        });
        boolean parks = strategy == WaitStrategy.PARK || strategy == WaitStrategy.BACKOFF;
        while (started.get() == 0 || parked && parks && !isParked(thread[0])) Thread.onSpinWait();
        return result;
    }

    private static boolean isParked(Thread thread) {
        return thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING;
    }

    private static void assertInterrupted(Future<?> future) {
        ExecutionException thrown = assertThrows(ExecutionException.class, future::get);
        assertEquals(InterruptedException.class, thrown.getCause().getClass());
    }

    private static WaitingHandoff<String> queue(WaitStrategy strategy) {
        return new WaitingHandoff<>(QueueKind.JCTOOLS_ARRAY.create(4), strategy);
    }
}
