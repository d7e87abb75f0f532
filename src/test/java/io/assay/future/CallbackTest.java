package io.assay.future;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where, in which order, and how often callbacks run; and what becomes of what they throw. */
class CallbackTest {
    private final Promise<String> promise = new Promise<>();
    private final RuntimeException cause = new RuntimeException("broken");
    private final List<String> seen = new ArrayList<>();
    private final Queue<Runnable> queued = new ArrayDeque<>();
    private final Executor executor = queued::add;
    private final Executor refusing = task -> {
        throw new RejectedExecutionException("shut");
    };

    @Test
    void runInTheOrderOfRegistration() {
        List<String> expected = IntStream.range(0, 100).mapToObj(i -> "" + i).collect(Collectors.toList());
        for (int i = 0; i < 100; i++) {
            String name = "" + i;
            switch (i % 5) {
                case 0 -> promise.onComplete((value, thrown) -> seen.add(name));
                case 1 -> promise.map(value -> seen.add(name));
                case 2 -> promise.flatMap(value -> Future.value(seen.add(name)));
                case 3 -> promise.handle((value, thrown) -> seen.add(name));
                default -> promise.onComplete((value, thrown) -> seen.add(name), Runnable::run);
            }
        }
        promise.complete("value");
        assertEquals(expected, seen);
    }

    @Test
    void keepTheirOrderWhenOneOfThemHasDependents() {
        promise.map(value -> seen.add("a")).map(value -> seen.add("a1")).onComplete((value, thrown) -> seen.add("a2"));
        promise.onComplete((value, thrown) -> seen.add("b"));
        promise.map(value -> seen.add("c"));
        promise.complete("value");
        assertEquals(List.of("a", "a1", "a2", "b", "c"), seen);
    }

    @Test
    void runInsideTheCallThatCompletes() {
        promise.onComplete((value, thrown) -> seen.add(value));
        promise.complete("value");
        seen.add("returned");
        promise.onComplete((value, thrown) -> seen.add("late " + value));
        seen.add("registered");
        assertEquals(List.of("value", "returned", "late value", "registered"), seen);
    }

    @Test
    void aCallbackMayRegisterMoreHereAndElsewhere() {
        Promise<String> other = new Promise<>();
        promise.onComplete((value, thrown) -> {
            promise.onComplete((again, none) -> seen.add("inner"));
            other.onComplete((again, none) -> seen.add("other"));
            other.complete("x");
        });
        promise.onComplete((value, thrown) -> seen.add("second"));
        promise.complete("value");
        assertEquals(List.of("inner", "other", "second"), seen);
    }

    @Test
    void aCallbackMayCancelThoseBehindIt() {
        List<Future<Boolean>> later = new ArrayList<>();
        promise.onComplete((value, thrown) -> later.get(0).cancel());
        later.add(promise.map(value -> seen.add("not called")));
        promise.complete("value");
        assertEquals(List.of(), seen);
        assertTrue(later.get(0).isCancelled());
    }

    @Test
    void listenersAreToldEither() {
        promise.onComplete((value, thrown) -> seen.add(value + " " + thrown));
        promise.complete("value");
        Future.<String>failed(cause).onComplete((value, thrown) -> {
            assertNull(value);
            assertSame(cause, thrown);
            seen.add("failed");
        });
        assertEquals(List.of("value null", "failed"), seen);
    }

    @Test
    void whatAListenerThrowsGoesToTheThreadsHandler() throws Exception {
        List<Throwable> reported = new ArrayList<>();
        Thread thread = new Thread(() -> {
            promise.onComplete((value, thrown) -> {
                throw cause;
            });
            promise.onComplete((value, thrown) -> seen.add("next"));
            promise.complete("value");
            seen.add("returned");
        });
        thread.setUncaughtExceptionHandler((on, thrown) -> {
            assertSame(thread, on);
            reported.add(thrown);
        });
        thread.start();
        thread.join();
        assertEquals(List.of(cause), reported);
        assertEquals(List.of("next", "returned"), seen);
    }

    @Test
    void aHandlerThatThrowsDoesNotStopTheOthers() throws Exception {
        Thread thread = new Thread(() -> {
            promise.onComplete((value, thrown) -> {
                throw cause;
            });
            promise.onComplete((value, thrown) -> seen.add("next"));
            promise.complete("value");
        });
        RuntimeException broken = new RuntimeException("the handler is broken, as this test wants it");
        broken.setStackTrace(new StackTraceElement[0]);
        cause.setStackTrace(new StackTraceElement[0]);
        thread.setUncaughtExceptionHandler((on, thrown) -> {
            throw broken;
        });
        thread.start();
        thread.join();
        assertEquals(List.of("next"), seen);
        assertSame(cause, broken.getSuppressed()[0]);
    }

    @Test
    void aHandlerThatThrowsTheSameDoesNotStopTheOthers() throws Exception {
        Thread thread = new Thread(() -> {
            promise.onComplete((value, thrown) -> {
                throw cause;
            });
            promise.onComplete((value, thrown) -> seen.add("next"));
            promise.complete("value");
            seen.add("returned");
        });
        cause.setStackTrace(new StackTraceElement[0]);
        thread.setUncaughtExceptionHandler((on, thrown) -> {
            throw (RuntimeException) thrown;
        });
        thread.start();
        thread.join();
        assertEquals(List.of("next", "returned"), seen);
    }

    @Test
    void whatAFunctionThrowsFailsItsFuture() {
        AssertionError error = new AssertionError("an error too");
        for (Future<String> source : List.of(promise, Future.value("value"))) {
            List<Future<?>> failing = List.of(
                    source.map(value -> {
                        throw cause;
                    }),
                    source.flatMap(value -> {
                        throw cause;
                    }),
                    source.handle((value, thrown) -> {
                        throw cause;
                    }),
                    source.map(
                            value -> {
                                throw cause;
                            },
                            Runnable::run),
                    source.map(value -> {
                        throw error;
                    }));
            Future<String> sibling = source.map(value -> value);
            promise.tryComplete("value");
            for (Future<?> failed : failing.subList(0, 4)) {
                assertSame(cause, failed.cause());
            }
            assertSame(error, failing.get(4).cause());
            assertEquals("value", sibling.getNow());
        }
    }

    @Test
    void whatARecoveryThrowsFailsItsFuture() {
        Promise<String> failing = new Promise<>();
        List<Future<String>> before = recoveries(failing);
        failing.fail(new IllegalStateException());
        for (Future<String> failed : before) {
            assertSame(cause, failed.cause());
        }
        for (Future<String> failed : recoveries(failing)) {
            assertSame(cause, failed.cause());
        }
    }

    private List<Future<String>> recoveries(Future<String> source) {
        return List.of(
                source.recover(thrown -> {
                    throw cause;
                }),
                source.recoverWith(thrown -> {
                    throw cause;
                }));
    }

    @Test
    void anExecutorRunsThemAllAndOnlyIt() {
        for (Future<String> source : List.of(promise, Future.value("value"))) {
            List<Future<String>> futures = List.of(
                    source.map(value -> value + 1, executor),
                    source.flatMap(value -> Future.value(value + 2), executor),
                    source.handle((value, thrown) -> value + 3, executor),
                    source.recover(thrown -> "not called", executor),
                    source.recoverWith(thrown -> Future.value("not called"), executor));
            source.onComplete((value, thrown) -> seen.add(value), executor);
            promise.tryComplete("value");
            assertTrue(futures.stream().noneMatch(Future::isDone));
            assertEquals(List.of(), seen);
            assertEquals(6, queued.size());
            while (!queued.isEmpty()) {
                queued.remove().run();
            }
            assertEquals(
                    List.of("value1", "value2", "value3", "value", "value"),
                    futures.stream().map(Future::getNow).collect(Collectors.toList()));
            assertEquals(List.of("value"), seen);
            seen.clear();
        }
    }

    @Test
    void aFailureToo() {
        Future<String> failed = Future.failed(cause);
        Future<String> recovered = failed.recover(Throwable::getMessage, executor);
        Future<String> with = failed.recoverWith(thrown -> Future.value(thrown.getMessage()), executor);
        while (!queued.isEmpty()) {
            queued.remove().run();
        }
        assertEquals("broken", recovered.getNow());
        assertEquals("broken", with.getNow());
    }

    @Test
    void anExecutorThatRefusesFailsTheFuture() throws Exception {
        Future<String> refused = promise.map(value -> value, refusing);
        Future<String> behind = refused.map(value -> value);
        List<Throwable> reported = new ArrayList<>();
        Thread thread = new Thread(() -> {
            promise.onComplete((value, thrown) -> seen.add("not called"), refusing);
            promise.onComplete((value, thrown) -> seen.add("next"));
            promise.complete("value");
        });
        thread.setUncaughtExceptionHandler((on, thrown) -> reported.add(thrown));
        thread.start();
        thread.join();
        assertTrue(refused.cause() instanceof RejectedExecutionException);
        assertSame(refused.cause(), behind.cause());
        assertEquals(1, reported.size());
        assertTrue(reported.get(0) instanceof RejectedExecutionException);
        assertEquals(List.of("next"), seen);
    }

    @Test
    void cancelledWhileQueuedItIsNotCalled() {
        promise.complete("value");
        Future<Boolean> queuedUp = promise.map(value -> seen.add("not called"), executor);
        assertTrue(queuedUp.cancel());
        queued.remove().run();
        assertEquals(List.of(), seen);
        assertTrue(queuedUp.isCancelled());
        assertFalse(queuedUp.isSuccess());
    }
}
