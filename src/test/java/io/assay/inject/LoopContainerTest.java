package io.assay.inject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.eventloop.EventLoop;
import io.assay.future.Future;
import io.assay.future.Promise;
import io.assay.inject.Service.State;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A container on an event loop, and futures that other threads complete. */
class LoopContainerTest {
    private final EventLoop loop = EventLoop.create();
    private final List<String> log = new ArrayList<>();

    private ServiceContainer onLoop() {
        return ServiceContainer.builder().loop(loop).build();
    }

    @Test
    void callsReturnAtOnceAndTheLoopDoesTheWork() {
        ServiceContainer container = onLoop();
        Service<String> service =
                container.add(Component.instance(String.class, "it").build());
        Future<ServiceContainer> started = container.start();
        assertFalse(started.isDone());
        assertEquals(State.WAITING, service.state());
        loop.runReady();
        assertSame(container, started.getNow());
        assertEquals(State.ACTIVE, service.state());
        Future<ServiceContainer> stopped = container.stop();
        loop.runReady();
        assertTrue(stopped.isSuccess());
        assertEquals(0, loop.runReady(), "nothing is posted where nothing is to do");
    }

    @Test
    void othersHaveTheirTurnInBetween() {
        ServiceContainer container = onLoop();
        long[] seen = new long[3];
        for (int i = 0; i < 1_000; i++) {
            container.add(Component.instance(Integer.class, i).build());
        }
        container.start();
        loop.post((Runnable) () -> seen[0] = container.statistics().active());
        loop.runReady();
        assertEquals(256, seen[0]);
        assertEquals(1_000, container.statistics().active());
    }

    @Test
    void anEndlessCycleDoesNotShutOthersOut() {
        ServiceContainer container = onLoop();
        Service<Integer> a = container.add(Component.instance(Integer.class, 1).build());
        container.add(Component.instance(String.class, "b")
                .inject(Dependency.on(Integer.class), (self, it) -> {})
                .onStart(it -> {
                    a.stop();
                    return Lifecycle.DONE;
                })
                .onStop(it -> {
                    a.start();
                    return Lifecycle.DONE;
                })
                .build());
        container.start();
        loop.execute(() -> loop.execute(() -> loop.execute(loop::stop)));
        loop.runReady();
        assertTrue(container.statistics().stops() > 10);
    }

    @Test
    void futuresMayBeDoneByAnyThread() throws Exception {
        ServiceContainer container = onLoop();
        Promise<Object> up = new Promise<>();
        Promise<Object> down = new Promise<>();
        CountDownLatch stopping = new CountDownLatch(1);
        Thread loopThread = loop.start();
        Promise<Service<String>> added = new Promise<>();
        loop.execute(() -> {
            container.add(Component.instance(Integer.class, 1)
                    .inject(Dependency.on(String.class), (self, it) -> {})
                    .onStart(it -> {
                        log.add("dependant up on the loop: " + (Thread.currentThread() == loopThread));
                        return Lifecycle.DONE;
                    })
                    .build());
            added.complete(container.add(Component.instance(String.class, "slow")
                    .onStart(it -> up)
                    .onStop(it -> {
                        stopping.countDown();
                        return down;
                    })
                    .build()));
            container.start().onComplete((it, failure) -> loop.execute(container::stop));
        });
        Service<String> slow = added.await();
        up.complete("up");
        assertTrue(stopping.await(60, TimeUnit.SECONDS));
        assertEquals(State.STOPPING, slow.state());
        down.fail(new IllegalStateException("reported, and stopped all the same"));
        loop.execute(loop::quit);
        assertTrue(loop.awaitRest(60, TimeUnit.SECONDS));
        assertEquals(List.of("dependant up on the loop: true"), log);
    }

    @Test
    void otherThreadsAreRefusedWhileTheLoopRuns() throws Exception {
        ServiceContainer container = onLoop();
        loop.start();
        CountDownLatch running = new CountDownLatch(1);
        loop.execute(running::countDown);
        assertTrue(running.await(60, TimeUnit.SECONDS));
        assertTrue(assertThrows(IllegalStateException.class, container::start)
                .getMessage()
                .startsWith("the container's loop runs on another thread; call it there"));
        loop.quit();
        assertTrue(loop.awaitRest(60, TimeUnit.SECONDS));
    }

    @Test
    void withoutALoopAnotherThreadIsRefusedWhileOneIsAtWork() {
        ServiceContainer container = ServiceContainer.create();
        List<Throwable> refused = new ArrayList<>();
        container.add(Component.instance(String.class, "x")
                .onStart(it -> {
                    Thread other =
                            new Thread(() -> refused.add(assertThrows(IllegalStateException.class, container::stop)));
                    other.start();
                    other.join();
                    return Lifecycle.DONE;
                })
                .build());
        container.start();
        assertEquals(
                "another thread is at work in the container; give it a loop, or call it from one thread",
                refused.get(0).getMessage());
    }

    @Test
    void aServiceThatIsStartingIsStoppedOnceItIsUp() {
        ServiceContainer container = ServiceContainer.create();
        Promise<Object> up = new Promise<>();
        Promise<Object> down = new Promise<>();
        Service<String> slow = container.add(Component.instance(String.class, "slow")
                .onStart(it -> {
                    log.add("start");
                    return up;
                })
                .onStop(it -> {
                    log.add("stop");
                    return down;
                })
                .build());
        Future<ServiceContainer> settled = container.start();
        slow.stop();
        assertEquals(State.STARTING, slow.state());
        up.complete("");
        assertEquals(State.STOPPING, slow.state());
        assertFalse(settled.isDone());
        slow.remove();
        assertEquals(State.STOPPING, slow.state());
        down.complete("");
        assertEquals(State.REMOVED, slow.state());
        assertTrue(settled.isSuccess());
        assertEquals(List.of("start", "stop"), log);
    }

    @Test
    void aStartThatFailsLaterIsAFailure() {
        List<Throwable> failures = new ArrayList<>();
        ServiceContainer container = ServiceContainer.builder()
                .failures((s, cause) -> failures.add(cause))
                .build();
        Promise<Object> up = new Promise<>();
        Service<String> slow = container.add(
                Component.instance(String.class, "slow").onStart(it -> up).build());
        container.start();
        up.cancel();
        assertEquals(State.FAILED, slow.state());
        assertEquals(1, failures.size());
    }
}
