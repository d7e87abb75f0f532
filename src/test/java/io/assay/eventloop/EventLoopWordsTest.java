package io.assay.eventloop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.queue.WaitStrategy;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a loop refuses, what is taken out again, and what it lets go of. */
@Timeout(60)
class EventLoopWordsTest {
    private final List<Object> log = new ArrayList<>();
    private final EventLoop loop = EventLoop.create();

    private static boolean isRefusedElsewhere(Runnable call) {
        boolean[] refused = new boolean[1];
        EventLoopTest.onOtherThread(() -> {
            try {
                call.run();
            } catch (IllegalStateException e) {
                refused[0] = true;
            }
        });
        return refused[0];
    }

    @Test
    void registrationsAreForTheLoopsThreadWhileItRuns() {
        Registration early = loop.on(String.class, log::add);
        loop.execute(() -> {
            log.add(isRefusedElsewhere(() -> loop.intercept(String.class, new Interceptor<>() {})));
            log.add(isRefusedElsewhere(early::close));
        });
        loop.post("still handled");
        loop.runReady();
        assertEquals(List.of(true, true, "still handled"), log);
        early.close();
    }

    @Test
    void anInterceptorThatSaysNothingLetsEventsPassUntilItIsTakenOut() {
        int[] seen = new int[1];
        Registration silent = loop.intercept(Object.class, new Interceptor<>() {});
        Registration counting = loop.intercept(String.class, new Interceptor<>() {
            @Override
            public void after(String event, int handlers) {
                seen[0] += handlers;
            }
        });
        loop.on(String.class, log::add);
        loop.post("a");
        loop.runReady();
        counting.close();
        silent.close();
        loop.post("b");
        loop.runReady();
        assertEquals(List.of("a", "b"), log);
        assertEquals(1, seen[0]);
    }

    @Test
    void whatIsNoEventIsRefusedWhateverItsPriority() {
        EventLoop own = EventLoop.builder().priorities(true).build();
        assertThrows(NullPointerException.class, () -> own.post(null, 3));
        assertThrows(IllegalArgumentException.class, () -> own.post(new AutoResetEvent(own), 3));
        assertThrows(UnsupportedOperationException.class, () -> loop.post("x", 3));
        assertEquals(0, own.runReady() + loop.runReady());
    }

    @Test
    void aTaskThatWasRefusedMayBeLaunchedElsewhere() {
        EventLoop ended = EventLoop.create();
        ended.quit();
        Task task = new TaskTest.Scripted(t -> Task.Step.DONE);
        assertThrows(PostRefusedException.class, () -> ended.launch(task));
        loop.launch(task);
        loop.runReady();
        assertSame(Task.State.DONE, task.state());
        assertThrows(IllegalStateException.class, () -> loop.launch(task));
    }

    @Test
    void aLoopThatWaitsIsStopped() throws InterruptedException {
        EventLoop waiting = EventLoop.builder().waiting(WaitStrategy.PARK).build();
        CountDownLatch runs = new CountDownLatch(1);
        waiting.execute(runs::countDown);
        Thread thread = waiting.start();
        runs.await();
        while (thread.getState() != Thread.State.WAITING) Thread.onSpinWait();
        waiting.stop();
        assertTrue(waiting.awaitRest(50, TimeUnit.SECONDS));
        assertSame(EventLoop.State.IDLE, waiting.state());
    }

    /** Of timers that are cancelled no more stay than half of all, and a few. */
    @Test
    void cancelledTimersAreLetGoBeforeTheirTime() {
        List<WeakReference<LoopTimer>> all = new ArrayList<>();
        List<LoopTimer> kept = new ArrayList<>();
        loop.execute(() -> {
            for (int i = 0; i < 3_000; i++) {
                LoopTimer timer = loop.schedule(() -> log.add("fired"), 1, TimeUnit.HOURS);
                if (i % 1_000 == 0) kept.add(timer);
                all.add(new WeakReference<>(timer));
            }
            for (WeakReference<LoopTimer> timer : all) {
                LoopTimer found = timer.get();
                if (found != null && !kept.contains(found)) found.cancel();
            }
        });
        loop.runReady();
        long held = all.size();
        for (int i = 0; i < 20 && held > 200; i++) {
            System.gc();
            held = all.stream().filter(timer -> timer.get() != null).count();
        }
        assertTrue(held >= 3 && held <= 200, held + " of 3000 are held");
        assertTrue(kept.stream().allMatch(LoopTimer::isPending));
        assertEquals(List.of(), log);
    }

    @Test
    void thoseThatAnotherThreadCancelsAreLetGoToo() {
        List<WeakReference<LoopTimer>> all = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            all.add(new WeakReference<>(loop.schedule(() -> log.add("fired"), 1, TimeUnit.HOURS)));
        }
        loop.runReady();
        int[] cancelled = new int[1];
        EventLoopTest.onOtherThread(() -> all.forEach(timer -> {
            LoopTimer found = timer.get();
            if (found != null && found.tryCancel()) cancelled[0]++;
        }));
        assertEquals(3_000, cancelled[0]);
        loop.execute(() -> {});
        loop.runReady();
        long held = all.size();
        for (int i = 0; i < 20 && held > 200; i++) {
            System.gc();
            held = all.stream().filter(timer -> timer.get() != null).count();
        }
        assertTrue(held <= 200, held + " of 3000 are held");
        assertEquals(List.of(), log);
    }

    /** Many more priorities than are kept: each level is forgotten when it is empty, and made again. */
    @Test
    void manyPrioritiesKeepTheirOrder() {
        EventLoop own = EventLoop.builder().priorities(true).build();
        own.on(Posted.class, log::add);
        Random random = new Random(11);
        for (int round = 0; round < 5; round++) {
            List<Object> posted = new ArrayList<>();
            // On the loop's own thread: its backlog has them all before the first is dispatched.
            own.execute(() -> {
                for (int i = 0; i < 1_500; i++) {
                    Posted event = new Posted(random.nextInt(900) - 450, i);
                    for (int times = random.nextInt(4); times >= 0; times--) {
                        posted.add(event);
                        own.post(event, event.priority);
                    }
                }
            });
            own.runReady();
            posted.sort(Comparator.comparingInt(event -> ((Posted) event).priority));
            assertEquals(posted, log, "seed 11, round " + round);
            log.clear();
        }
    }

    private record Posted(int priority, int number) {}
}
