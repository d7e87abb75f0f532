package io.assay.eventloop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.future.Future;
import io.assay.future.Promise;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tasks and what they wait for. */
class TaskTest {
    private long now;
    private final List<Object> log = new ArrayList<>();
    private final EventLoop loop = EventLoop.builder()
            .clock(() -> now)
            .failures((source, failure) -> log.add(failure.getMessage()))
            .build();
    private final AutoResetEvent event = new AutoResetEvent(loop);

    interface Script {
        Task.Step step(Scripted task) throws Exception;
    }

    /** A task whose step is given to it. */
    static class Scripted extends Task {
        private final Script script;

        Scripted(Script script) {
            this.script = script;
        }

        @Override
        protected Step step() throws Exception {
            return script.step(this);
        }

        Step waitFor(AutoResetEvent event) {
            return await(event);
        }

        Step waitFor(Future<?> future) {
            return await(future);
        }

        Step sleepFor(long nanos) {
            return sleep(nanos);
        }

        Step makeRoom() {
            return giveWay();
        }

        Step end() {
            return done();
        }
    }

    /** Logs its name at each step, and waits for the event so often. */
    private Scripted waiting(String name, int times) {
        int[] left = {times};
        return new Scripted(t -> {
            log.add(name + left[0]);
            return left[0]-- == 0 ? t.end() : t.waitFor(event);
        });
    }

    private void assertLog(Object... expected) {
        assertEquals(List.of(expected), log);
        log.clear();
    }

    @Test
    void setWakesWhoWaitsLongestAndOneOnly() {
        loop.launch(waiting("a", 2));
        loop.launch(waiting("b", 1));
        loop.runReady();
        assertLog("a2", "b1");
        event.set();
        loop.runReady();
        assertLog("a1");
        event.set();
        event.set();
        loop.runReady();
        assertLog("b0", "a0");
    }

    @Test
    void aSignalWaitsForATaskAndIsOneHoweverOftenItIsSet() {
        loop.execute(() -> {
            event.set();
            event.set();
        });
        Task task = waiting("a", 2);
        loop.launch(task);
        loop.runReady();
        assertLog("a2", "a1");
        assertSame(Task.State.ACTIVE, task.state());
        event.set();
        loop.runReady();
        assertLog("a0");
        assertSame(Task.State.DONE, task.state());
    }

    @Test
    void aResumptionTakesItsTurn() {
        loop.launch(waiting("a", 1));
        loop.execute(() -> {
            loop.execute(() -> log.add("before"));
            event.set();
            loop.execute(() -> log.add("after"));
            log.add("set");
        });
        loop.runReady();
        assertLog("a1", "set", "before", "a0", "after");
    }

    @Test
    void sleepsAtLeastAsLongAsItSays() {
        int[] left = {3};
        loop.launch(new Scripted(t -> {
            log.add(now);
            return left[0]-- == 0 ? t.end() : t.sleepFor(10);
        }));
        for (int i = 0; i < 40; i++) {
            loop.runReady();
            now++;
        }
        assertLog(0L, 10L, 20L, 30L);
    }

    @Test
    void givingWayLetsWhatWasAcceptedGoFirst() {
        int[] step = new int[1];
        loop.launch(new Scripted(t -> {
            log.add("step " + step[0]);
            return step[0]++ == 0 ? t.makeRoom() : step[0] == 2 ? t.sleepFor(0) : t.end();
        }));
        loop.execute(() -> log.add("other"));
        loop.runReady();
        assertLog("step 0", "other", "step 1", "step 2");
    }

    @Test
    void awaitsFuturesFromAnyThreadAndThoseThatAreDone() {
        Promise<String> pending = new Promise<>();
        Promise<String> other = new Promise<>();
        List<Future<String>> futures = List.of(Future.value("done"), pending, other);
        int[] at = {-1};
        loop.launch(new Scripted(t -> {
            if (at[0] >= 0) {
                log.add(
                        futures.get(at[0]).isFailed()
                                ? "failed"
                                : futures.get(at[0]).getNow());
            }
            return ++at[0] == futures.size() ? t.end() : t.waitFor(futures.get(at[0]));
        }));
        loop.runReady();
        assertLog("done");
        loop.execute(() -> pending.complete("on the loop"));
        loop.runReady();
        assertLog("on the loop");
        EventLoopTest.onOtherThread(() -> other.fail(new Exception("x")));
        loop.runReady();
        assertLog("failed");
    }

    @Test
    void aTaskThatIsAlwaysReadyMakesRoom() {
        long[] steps = new long[1];
        loop.launch(new Scripted(t -> {
            steps[0]++;
            event.set();
            return log.isEmpty() ? t.waitFor(event) : t.end();
        }));
        loop.execute(() -> log.add("other"));
        loop.runReady();
        assertEquals(257, steps[0]);
    }

    @Test
    void aFailureIsReportedAndTheTaskIsOver() {
        Task task = new Scripted(t -> {
            throw new Exception("step");
        });
        loop.launch(task);
        loop.execute(() -> log.add("next"));
        loop.runReady();
        assertLog("step", "next");
        assertSame(Task.State.FAILED, task.state());
    }

    @Test
    void aTaskThatFailedWhileItWaitedWastesNoSignal() {
        loop.launch(new Scripted(t -> {
            t.waitFor(event);
            throw new Exception("forgot to return");
        }));
        loop.launch(waiting("a", 1));
        loop.runReady();
        event.set();
        loop.runReady();
        assertLog("forgot to return", "a1", "a0");
    }

    @Test
    void aSecondWaitFailsTheTaskAndLeavesTheEventsWhole() {
        AutoResetEvent other = new AutoResetEvent(loop);
        for (AutoResetEvent second : List.of(other, event)) {
            loop.launch(new Scripted(t -> {
                t.waitFor(event);
                return t.waitFor(second);
            }));
        }
        loop.launch(waiting("a", 1));
        loop.launch(new Scripted(t -> log.isEmpty() ? t.end() : t.waitFor(other)));
        loop.launch(waiting("b", 1));
        loop.runReady();
        assertEquals(4, log.size(), log::toString);
        assertTrue(log.get(0).toString().contains("two things at once"), log::toString);
        assertTrue(log.get(1).toString().contains("two things at once"), log::toString);
        log.clear();
        event.set();
        loop.runReady();
        assertLog("a0");
        other.set();
        loop.runReady();
        assertLog();
        event.set();
        loop.runReady();
        assertLog("b0");
    }

    @Test
    void aTaskThatIsOverIsNotResumed() {
        loop.launch(new Scripted(t -> {
            log.add("step");
            t.sleepFor(1);
            throw new Exception("over");
        }));
        loop.runReady();
        assertLog("step", "over");
        now += 10;
        loop.runReady();
        assertLog();
    }

    @Test
    void misuseFailsTheTaskAndSaysHow() {
        loop.launch(new Scripted(t -> {
            t.waitFor(event);
            return t.end();
        }));
        loop.launch(new Scripted(t -> Task.Step.SUSPENDED));
        loop.launch(new Scripted(t -> {
            t.sleepFor(1);
            return t.waitFor(new Promise<String>());
        }));
        loop.runReady();
        assertEquals(3, log.size());
        assertTrue(log.get(0).toString().endsWith("it returned DONE and waits"), log::toString);
        assertTrue(log.get(1).toString().endsWith("it returned SUSPENDED and does not wait"), log::toString);
        assertTrue(log.get(2).toString().contains("two things at once"), log::toString);
    }

    @Test
    void aTaskIsLaunchedOnceOnOneLoop() {
        Task task = waiting("a", 1);
        loop.launch(task);
        assertThrows(IllegalStateException.class, () -> loop.launch(task));
        EventLoop other = EventLoop.builder()
                .failures((source, failure) -> log.add(failure.getMessage()))
                .build();
        other.launch(waiting("b", 1));
        other.runReady();
        assertLog("b1", "the event and the task are of different loops");
    }
}
