package io.assay.eventloop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.future.Promise;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Stop, quit and quitNow: what is accepted, what is dispatched, what becomes of timers and tasks. */
class EventLoopEndTest {
    private final List<Object> log = Collections.synchronizedList(new ArrayList<>());
    private final EventLoop loop = EventLoop.builder()
            .failures((source, failure) -> log.add(failure.getClass().getSimpleName()))
            .build();

    private void assertLog(Object... expected) {
        assertEquals(List.of(expected), log);
        log.clear();
    }

    private void logged() {
        loop.on(String.class, log::add);
    }

    private void assertRefusesAll() {
        assertRefusesPosts();
        assertThrows(PostRefusedException.class, () -> new AutoResetEvent(loop).set());
    }

    private void assertRefusesPosts() {
        assertFalse(loop.tryPost("x"));
        assertThrows(PostRefusedException.class, () -> loop.post("x"));
        assertThrows(RejectedExecutionException.class, () -> loop.execute(() -> {}));
        assertThrows(PostRefusedException.class, () -> loop.schedule(() -> {}, 0, TimeUnit.NANOSECONDS));
        Task task = new TaskTest.Scripted(t -> Task.Step.DONE);
        assertThrows(PostRefusedException.class, () -> loop.launch(task));
        assertSame(Task.State.NEW, task.state());
    }

    @Test
    void stopKeepsEverythingAndTheNextRunGoesOn() {
        logged();
        LoopTimer timer = loop.schedule(() -> log.add("timer"), 0, TimeUnit.NANOSECONDS);
        loop.runReady();
        assertLog("timer");
        assertFalse(timer.isPending());
        loop.execute(() -> {
            loop.post("1");
            loop.schedule(() -> log.add("timer"), 0, TimeUnit.NANOSECONDS);
            loop.stop();
            loop.post("2");
        });
        loop.run();
        assertLog();
        assertSame(EventLoop.State.IDLE, loop.state());
        loop.post("3");
        loop.execute(loop::stop);
        loop.run();
        assertLog("timer", "1", "2", "3");
    }

    @Test
    void stopWhileNobodyRunsItHasNoEffect() {
        logged();
        loop.stop();
        loop.post("1");
        loop.runReady();
        assertLog("1");
    }

    @Test
    void anotherThreadMayGoOnAfterAStop() throws InterruptedException {
        logged();
        loop.execute(loop::stop);
        loop.post("1");
        loop.run();
        loop.post("2");
        loop.execute(loop::quit);
        loop.start().join();
        assertLog("1", "2");
        assertSame(EventLoop.State.ENDED, loop.state());
    }

    @Test
    void quitDispatchesTheBacklogAndOwnPostsUntilNothingIsLeft() {
        logged();
        loop.execute(() -> {
            loop.quit();
            loop.post("own");
            loop.execute(() -> {
                loop.post("own of own");
                EventLoopTest.onOtherThread(this::assertRefusesAll);
            });
        });
        loop.post("accepted before");
        loop.run();
        assertLog("accepted before", "own", "own of own");
        assertSame(EventLoop.State.ENDED, loop.state());
        assertRefusesAll();
        assertThrows(IllegalStateException.class, loop::run);
        assertThrows(IllegalStateException.class, loop::start);
        assertThrows(IllegalStateException.class, loop::runReady);
        loop.quit();
        loop.quitNow();
        loop.stop();
        assertSame(EventLoop.State.ENDED, loop.state());
    }

    @Test
    void quitNowDispatchesTheBacklogAndRefusesOwnPosts() {
        logged();
        loop.execute(() -> {
            loop.post("accepted");
            loop.quitNow();
            assertRefusesPosts();
            log.add("refused");
            loop.post("x");
        });
        loop.post("accepted before");
        loop.run();
        assertLog("refused", "PostRefusedException", "accepted before", "accepted");
        assertRefusesAll();
    }

    @Test
    void quitNowEndsWhatQuitWouldNot() throws InterruptedException {
        loop.execute(new Runnable() {
            @Override
            public void run() {
                loop.execute(this);
            }
        });
        loop.start();
        loop.quit();
        assertFalse(loop.awaitRest(1, TimeUnit.NANOSECONDS));
        loop.quitNow();
        assertTrue(loop.awaitRest(60, TimeUnit.SECONDS));
        assertSame(EventLoop.State.ENDED, loop.state());
        assertLog("PostRefusedException");
    }

    @Test
    void aLoopThatDoesNotRunDispatchesWhatItAcceptedWhenItIsRun() {
        logged();
        loop.post("1");
        loop.quit();
        assertRefusesAll();
        assertSame(EventLoop.State.IDLE, loop.state());
        assertEquals(1, loop.runReady());
        assertLog("1");
        assertSame(EventLoop.State.ENDED, loop.state());
    }

    @Test
    void aLoopToldToStopAndToQuitRestsFirst() {
        logged();
        loop.execute(() -> {
            loop.quit();
            loop.stop();
        });
        loop.post("1");
        loop.run();
        assertSame(EventLoop.State.IDLE, loop.state());
        assertLog();
        loop.run();
        assertLog("1");
        assertSame(EventLoop.State.ENDED, loop.state());
    }

    @Test
    void timersEndWithTheLoop() {
        LoopTimer own = loop.schedule(() -> log.add("x"), 1, TimeUnit.HOURS);
        List<LoopTimer> made = new ArrayList<>();
        loop.execute(() -> {
            made.add(loop.scheduleAtFixedRate(() -> log.add("x"), 1, 1, TimeUnit.HOURS));
            EventLoopTest.onOtherThread(() -> made.add(loop.schedule(() -> log.add("x"), 0, TimeUnit.NANOSECONDS)));
            loop.quit();
        });
        loop.run();
        assertLog();
        for (LoopTimer timer : List.of(own, made.get(0), made.get(1))) {
            assertFalse(timer.isPending());
            assertFalse(timer.tryCancel());
        }
    }

    @Test
    void tasksThatStillWaitAreAbandonedAndCannotPost() {
        AutoResetEvent never = new AutoResetEvent(loop);
        Promise<String> promise = new Promise<>();
        List<Task> tasks = List.of(
                abandoned("event", t -> t.waitFor(never)),
                abandoned("sleep", t -> t.sleepFor(1)),
                abandoned("future", t -> t.waitFor(promise)),
                new TaskTest.Scripted(t -> Task.Step.DONE));
        tasks.forEach(loop::launch);
        loop.execute(loop::quit);
        loop.run();
        assertLog("future", false, "sleep", false, "event", false);
        assertSame(Task.State.ABANDONED, tasks.get(0).state());
        assertSame(Task.State.ABANDONED, tasks.get(2).state());
        assertSame(Task.State.DONE, tasks.get(3).state());
        promise.complete("late");
        assertLog();
    }

    private Task abandoned(String name, TaskTest.Script script) {
        return new TaskTest.Scripted(script) {
            @Override
            protected void abandoned() {
                log.add(name);
                log.add(loop.tryPost("x"));
            }
        };
    }

    /** The gate is closed to other threads: a completion and a set of theirs do not reach the loop any more. */
    @Test
    void aTaskThatWaitsForAnotherThreadWhenTheLoopQuitsIsAbandoned() {
        Promise<String> promise = new Promise<>();
        Task task = abandoned("future", t -> t.waitFor(promise));
        loop.launch(task);
        loop.execute(() -> {
            loop.quit();
            EventLoopTest.onOtherThread(() -> promise.complete("too late"));
            log.add("completed");
        });
        loop.run();
        assertLog("completed", "future", false);
        assertSame(Task.State.ABANDONED, task.state());
    }

    @Test
    void aChainOfTasksGoesOnUnderQuitAndStopsUnderQuitNow() {
        for (boolean now : new boolean[] {false, true}) {
            EventLoop own = EventLoop.create();
            AutoResetEvent event = new AutoResetEvent(own);
            int[] steps = new int[1];
            Task task = new TaskTest.Scripted(t -> {
                if (steps[0]++ == 100) {
                    return Task.Step.DONE;
                }
                own.tryPost((Runnable) event::set);
                return t.waitFor(event);
            });
            own.launch(task);
            own.execute(now ? own::quitNow : own::quit);
            own.run();
            assertSame(now ? Task.State.ABANDONED : Task.State.DONE, task.state());
        }
    }

    @Test
    void oneThreadAtATimeRunsIt() throws InterruptedException {
        loop.execute(() -> {
            assertThrows(IllegalStateException.class, loop::run);
            assertThrows(IllegalStateException.class, () -> loop.awaitRest(1, TimeUnit.SECONDS));
            EventLoopTest.onOtherThread(() -> log.add(assertThrows(IllegalStateException.class, loop::run)
                    .getMessage()
                    .contains("runs already")));
        });
        loop.runReady();
        assertLog(true);
        assertTrue(loop.awaitRest(0, TimeUnit.SECONDS));
    }

    @Test
    void aThreadThatCannotBeMadeLeavesTheLoopIdle() {
        EventLoop own = EventLoop.builder()
                .threads(task -> {
                    throw new OutOfMemoryError("no thread");
                })
                .build();
        assertThrows(OutOfMemoryError.class, own::start);
        own.execute(() -> log.add("runs"));
        own.runReady();
        assertLog("runs");
    }

    @Test
    void anInterruptChangesNothingAndIsGivenBack() throws InterruptedException {
        Thread thread = new Thread(() -> {
            loop.run();
            log.add(Thread.currentThread().isInterrupted());
        });
        thread.start();
        thread.interrupt();
        loop.execute(() -> log.add("dispatched"));
        loop.execute(loop::quit);
        thread.join(60_000);
        assertLog("dispatched", true);
    }

    @Test
    void aReportOfAFailureThatFailsEndsTheTurnAndKeepsTheBacklog() {
        EventLoop own = EventLoop.create();
        own.execute(() -> {
            throw new IllegalStateException("task");
        });
        own.execute(() -> log.add("next"));
        runsIntoABrokenReport(own);
        own.runReady();
        assertLog("next");
    }

    @Test
    void everyTaskIsToldThatItIsAbandonedThoughTheReportFails() {
        EventLoop own = EventLoop.create();
        AutoResetEvent never = new AutoResetEvent(own);
        for (int i = 0; i < 3; i++) {
            int number = i;
            own.launch(new TaskTest.Scripted(t -> t.waitFor(never)) {
                @Override
                protected void abandoned() {
                    log.add(number);
                    throw new IllegalStateException("abandoned");
                }
            });
        }
        own.execute(own::quit);
        assertEquals(2, runsIntoABrokenReport(own).getSuppressed().length);
        assertLog(2, 1, 0);
        assertSame(EventLoop.State.ENDED, own.state());
    }

    /** Runs a loop in a thread whose handler of uncaught exceptions throws, and gives what comes out. */
    private static IllegalArgumentException runsIntoABrokenReport(EventLoop own) {
        Thread self = Thread.currentThread();
        Thread.UncaughtExceptionHandler before = self.getUncaughtExceptionHandler();
        self.setUncaughtExceptionHandler((thread, failure) -> {
            throw new IllegalArgumentException("broken");
        });
        try {
            return assertThrows(IllegalArgumentException.class, own::runReady);
        } finally {
            self.setUncaughtExceptionHandler(before);
        }
    }
}
