package io.assay.eventloop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.queue.QueueKind;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dispatch, interceptors, failures. */
class EventLoopTest {
    private final List<Object> log = new ArrayList<>();
    private final EventLoop loop = EventLoop.builder()
            .failures((source, failure) -> log.add(source + " threw " + failure.getMessage()))
            .build();

    private void runReady() {
        loop.runReady();
    }

    private void assertLog(Object... expected) {
        assertEquals(List.of(expected), log);
        log.clear();
    }

    @Test
    void anEventGoesToTheHandlersOfItsClassAndSupertypesInOrderOfRegistration() {
        loop.on(Number.class, e -> log.add("number " + e));
        loop.on(Integer.class, e -> log.add("int " + e));
        loop.on(Comparable.class, e -> log.add("comparable " + e));
        loop.on(Long.class, e -> log.add("long " + e));
        loop.post(1);
        loop.post(2L);
        loop.post("s");
        loop.post('c');
        loop.post(new Object());
        assertEquals(5, loop.runReady());
        assertLog(
                "number 1",
                "int 1",
                "comparable 1",
                "number 2",
                "comparable 2",
                "long 2",
                "comparable s",
                "comparable c");
    }

    @Test
    void aRunnableIsRunAndThenHandled() {
        Runnable task = () -> log.add("run");
        loop.execute(task);
        runReady();
        assertLog("run");
        loop.on(Runnable.class, e -> log.add(e == task));
        loop.post(task);
        runReady();
        assertLog("run", true);
    }

    @Test
    void registrationsCountFromTheNextEventOn() {
        List<Registration> inner = new ArrayList<>();
        Registration outer = loop.on(String.class, e -> {
            log.add("outer " + e);
            inner.add(loop.on(String.class, f -> log.add("inner " + f)));
        });
        loop.post("a");
        loop.post("b");
        runReady();
        assertLog("outer a", "outer b", "inner b");
        outer.close();
        outer.close();
        inner.get(0).close();
        loop.post("c");
        runReady();
        assertLog("inner c");
    }

    @Test
    void theSameHandlerRegisteredTwiceIsCalledTwiceAndTakenOutOnce() {
        Handler<Object> handler = log::add;
        Registration first = loop.on(String.class, handler);
        loop.on(String.class, handler);
        loop.post("a");
        runReady();
        assertLog("a", "a");
        first.close();
        loop.post("b");
        runReady();
        assertLog("b");
    }

    @Test
    void interceptorsSeeEventsBeforeAndAfterInNestedOrder() {
        loop.intercept(String.class, logging("1", true));
        loop.intercept(Object.class, logging("2", true));
        loop.on(String.class, e -> log.add("handled " + e));
        loop.on(String.class, e -> log.add("again " + e));
        loop.post("a");
        loop.post(7);
        runReady();
        assertLog(
                "1 before a",
                "2 before a",
                "handled a",
                "again a",
                "2 after a 2",
                "1 after a 2",
                "2 before 7",
                "2 after 7 0");
    }

    @Test
    void anInterceptorThatWithholdsIsTheLastAsked() {
        loop.intercept(String.class, logging("1", true));
        loop.intercept(String.class, logging("2", false));
        loop.intercept(String.class, logging("3", true));
        loop.on(String.class, e -> log.add("handled " + e));
        loop.post("a");
        runReady();
        assertLog("1 before a", "2 before a", "2 after a 0", "1 after a 0");
    }

    @Test
    void failuresAreReportedAndTheLoopGoesOn() {
        loop.on(String.class, e -> {
            throw new Exception("first");
        });
        loop.on(String.class, e -> {
            throw new StackOverflowError("second");
        });
        loop.on(String.class, e -> log.add("third " + e));
        loop.post("a");
        loop.execute(new Runnable() {
            @Override
            public void run() {
                throw new IllegalStateException("task");
            }

            @Override
            public String toString() {
                return "t";
            }
        });
        loop.post("b");
        runReady();
        assertLog(
                "a threw first",
                "a threw second",
                "third a",
                "t threw task",
                "b threw first",
                "b threw second",
                "third b");
    }

    @Test
    void interceptorsThatThrowAreReportedAndWithholdBefore() {
        loop.intercept(String.class, logging("1", true));
        loop.intercept(String.class, new Interceptor<String>() {
            @Override
            public boolean before(String event) throws Exception {
                if (event.equals("a")) {
                    throw new Exception("before");
                }
                return true;
            }

            @Override
            public void after(String event, int handlers) throws Exception {
                throw new Exception("after");
            }
        });
        loop.on(String.class, e -> log.add("handled " + e));
        loop.post("a");
        loop.post("b");
        runReady();
        assertLog(
                "1 before a",
                "a threw before",
                "1 after a 0",
                "1 before b",
                "handled b",
                "b threw after",
                "1 after b 1");
    }

    @Test
    void aFailureHandlerThatThrowsIsReportedToTheThread() throws InterruptedException {
        EventLoop broken = EventLoop.builder()
                .failures((source, failure) -> {
                    throw new IllegalStateException("handler of failures");
                })
                .threads(task -> {
                    Thread thread = new Thread(task);
                    thread.setUncaughtExceptionHandler((t, failure) -> {
                        log.add(failure.getMessage());
                        log.add(failure.getSuppressed()[0].getMessage());
                    });
                    return thread;
                })
                .build();
        broken.execute(() -> {
            throw new IllegalStateException("task");
        });
        broken.execute(() -> log.add("next"));
        broken.execute(broken::quit);
        broken.start();
        assertTrue(broken.awaitRest(60, TimeUnit.SECONDS));
        assertLog("handler of failures", "task", "next");
    }

    @Test
    void whatIsNoEventIsRefused() {
        assertThrows(NullPointerException.class, () -> loop.post(null));
        loop.execute(() -> assertThrows(NullPointerException.class, () -> loop.post(null)));
        assertThrows(IllegalArgumentException.class, () -> loop.post(new AutoResetEvent(loop)));
        runReady();
        assertLog();
        assertThrows(IllegalArgumentException.class, () -> EventLoop.builder().inbox(QueueKind.JCTOOLS_ARRAY));
    }

    @Test
    void aTypeOrAHandlerThatIsNullIsRefusedAtOnce() {
        assertThrows(NullPointerException.class, () -> loop.on(null, e -> {}));
        assertThrows(NullPointerException.class, () -> loop.on(String.class, null));
        assertThrows(NullPointerException.class, () -> loop.intercept(null, logging("1", true)));
        assertThrows(NullPointerException.class, () -> loop.intercept(String.class, null));
        loop.on(String.class, log::add);
        loop.post("a");
        runReady();
        assertLog("a");
    }

    @Test
    void handlersAreForTheLoopsThreadWhileItRuns() {
        loop.execute(() -> onOtherThread(() ->
                log.add(assertThrows(IllegalStateException.class, () -> loop.on(String.class, e -> {}))
                        .getMessage()
                        .contains("loop.execute"))));
        runReady();
        assertLog(true);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatWasDispatchedIsNotHeld(boolean priorities) {
        EventLoop own = EventLoop.builder().priorities(priorities).build();
        List<WeakReference<Object>> events = new ArrayList<>();
        own.execute(() -> {
            for (int i = 0; i < 3_000; i++) {
                Object event = new Object();
                events.add(new WeakReference<>(event));
                own.post(event);
            }
        });
        own.runReady();
        for (int i = 0; i < 20 && held(events) > 0; i++) {
            System.gc();
        }
        assertEquals(0, held(events));
    }

    private static long held(List<WeakReference<Object>> references) {
        return references.stream().filter(r -> r.get() != null).count();
    }

    @Test
    void theLoopKnowsItsThread() {
        assertFalse(loop.inLoop());
        loop.execute(() -> log.add(loop.inLoop()));
        loop.execute(() -> onOtherThread(() -> log.add(loop.inLoop())));
        runReady();
        assertLog(true, false);
        assertFalse(loop.inLoop());
        assertSame(EventLoop.State.IDLE, loop.state());
    }

    private Interceptor<Object> logging(String name, boolean goesOn) {
        return new Interceptor<>() {
            @Override
            public boolean before(Object event) {
                log.add(name + " before " + event);
                return goesOn;
            }

            @Override
            public void after(Object event, int handlers) {
                log.add(name + " after " + event + " " + handlers);
            }
        };
    }

    static void onOtherThread(Runnable action) {
        Thread thread = new Thread(action);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
