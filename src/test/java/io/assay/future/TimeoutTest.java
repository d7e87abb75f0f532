package io.assay.future;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Time limits, on a clock that the test turns. */
class TimeoutTest {
    private static final Duration LIMIT = Duration.ofMillis(30);

    private final Promise<String> promise = new Promise<>();
    private final List<Runnable> scheduled = new ArrayList<>();
    private final Timer timer = (task, delay, unit) -> {
        assertEquals(LIMIT, Duration.ofNanos(unit.toNanos(delay)));
        scheduled.add(task);
        return () -> scheduled.remove(task);
    };

    @Test
    void theResultTakesTheTaskBack() {
        Future<String> limited = promise.timeout(LIMIT, timer);
        assertEquals(1, scheduled.size());
        promise.complete("value");
        assertEquals("value", limited.getNow());
        assertEquals(List.of(), scheduled);
    }

    @Test
    void aFailureToo() {
        RuntimeException cause = new RuntimeException();
        Future<String> limited = promise.timeout(LIMIT, timer);
        promise.fail(cause);
        assertSame(cause, limited.cause());
        assertEquals(List.of(), scheduled);
    }

    @Test
    void cancellingTakesTheTaskBack() {
        Future<String> limited = promise.timeout(LIMIT, timer);
        limited.cancel();
        assertEquals(List.of(), scheduled);
        assertFalse(promise.isDone());
    }

    @Test
    void failsWhenTheTimeHasCome() {
        Future<String> limited = promise.timeout(LIMIT, timer);
        List<Throwable> told = new ArrayList<>();
        limited.onComplete((value, cause) -> told.add(cause));
        scheduled.get(0).run();
        assertTrue(limited.cause() instanceof TimeoutException);
        assertTrue(limited.cause().getMessage().contains("PT0.03S"));
        assertEquals(1, told.size());
        assertFalse(promise.isDone(), "the future itself goes on");
        promise.complete("late");
        assertTrue(limited.isFailed());
    }

    @Test
    void aTaskThatRunsAllTheSameDoesNoHarm() {
        Future<String> limited = promise.timeout(LIMIT, timer);
        Runnable task = scheduled.get(0);
        promise.complete("value");
        task.run();
        assertEquals("value", limited.getNow());
    }

    @Test
    void whatIsDoneNeedsNoTimer() {
        promise.complete("value");
        assertSame(promise, promise.timeout(LIMIT, timer));
        assertEquals(List.of(), scheduled);
    }

    @Test
    void aTimerThatRefusesLeavesNothingBehind() {
        Timer shut = (task, delay, unit) -> {
            throw new RejectedExecutionException("shut");
        };
        assertThrows(RejectedExecutionException.class, () -> promise.timeout(LIMIT, shut));
        assertNull(promise.state());
    }

    @Test
    void aTimerThatIsFasterThanItsCaller() {
        List<String> undone = new ArrayList<>();
        Timer eager = (task, delay, unit) -> {
            promise.complete("value");
            return () -> undone.add("undone");
        };
        assertEquals("value", promise.timeout(LIMIT, eager).getNow());
        assertEquals(List.of("undone"), undone);
    }

    @Test
    void aHandleThatThrowsKeepsNobodyFromTheResult() throws Exception {
        RuntimeException broken = new RuntimeException("broken");
        Timer failing = (task, delay, unit) -> () -> {
            throw broken;
        };
        List<Throwable> reported = new ArrayList<>();
        List<Object> told = new ArrayList<>();
        Thread thread = new Thread(() -> {
            promise.timeout(LIMIT, failing).onComplete((value, cause) -> told.add(value));
            promise.onComplete((value, cause) -> told.add("sibling"));
            Future<String> cancelled = promise.timeout(LIMIT, failing);
            cancelled.onComplete((value, cause) -> told.add("cancelled"));
            cancelled.cancel();
            promise.complete("value");
        });
        thread.setUncaughtExceptionHandler((on, thrown) -> reported.add(thrown));
        thread.start();
        thread.join();
        assertEquals(List.of("cancelled", "value", "sibling"), told);
        assertEquals(List.of(broken, broken), reported);
    }

    @Test
    void limitsBeyondWhatNanosecondsCanSay() throws Exception {
        List<Long> delays = new ArrayList<>();
        Timer recording = (task, delay, unit) -> {
            delays.add(unit.toNanos(delay));
            return () -> {};
        };
        promise.timeout(Duration.ofDays(-200_000), recording);
        promise.timeout(Duration.ofSeconds(Long.MIN_VALUE), recording);
        promise.timeout(Duration.ofDays(200_000), recording);
        assertEquals(List.of(0L, 0L, Long.MAX_VALUE), delays);
        assertThrows(TimeoutException.class, () -> promise.await(Duration.ofDays(-200_000)));
    }

    @Test
    @Timeout(60)
    void theDaemonTimerActs() {
        Future<String> limited = promise.timeout(Duration.ofNanos(1));
        ExecutionException thrown = assertThrows(ExecutionException.class, limited::await);
        assertTrue(thrown.getCause() instanceof TimeoutException);
        Timer.Handle never = Timer.daemon().schedule(() -> {}, Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        never.cancel();
        never.cancel();
    }
}
