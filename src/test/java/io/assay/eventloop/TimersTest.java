package io.assay.eventloop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.future.Future;
import io.assay.future.Promise;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Timers by a clock that the test turns. */
class TimersTest {
    /** Close to where the clock's count wraps around, so that every test sees it. */
    private long now = Long.MAX_VALUE - 20;

    private final List<Object> log = new ArrayList<>();
    private final EventLoop loop = EventLoop.builder()
            .clock(() -> now)
            .failures((source, failure) -> log.add(failure.getMessage()))
            .build();

    private LoopTimer after(long delay, Object entry) {
        return loop.schedule(() -> log.add(entry), delay, TimeUnit.NANOSECONDS);
    }

    private void advance(long nanos) {
        now += nanos;
        loop.runReady();
    }

    private void assertLog(Object... expected) {
        assertEquals(List.of(expected), log);
        log.clear();
    }

    @Test
    void fireInOrderOfDeadlineAndThenOfArming() {
        after(30, "c");
        after(10, "a1");
        after(10, "a2");
        after(20, "b");
        after(0, "now");
        after(-5, "then");
        advance(0);
        assertLog("now", "then");
        advance(9);
        assertLog();
        advance(1);
        assertLog("a1", "a2");
        advance(100);
        assertLog("b", "c");
    }

    @Test
    void aCancelledOneDoesNotFire() {
        LoopTimer first = after(10, "x");
        LoopTimer second = after(10, "y");
        loop.runReady();
        assertTrue(first.isPending());
        assertTrue(first.tryCancel());
        assertFalse(first.tryCancel());
        assertFalse(first.isPending());
        advance(10);
        assertLog("y");
        assertFalse(second.tryCancel());
        assertFalse(second.isPending());
    }

    @Test
    void oneCancelledBeforeTheLoopHeardOfItDoesNotFire() {
        after(0, "x").cancel();
        advance(1);
        assertLog();
    }

    @Test
    void periodsAreOfTheClockAndMissedOnesAreLeftOut() {
        LoopTimer timer =
                loop.scheduleAtFixedRate(() -> log.add(now - Long.MAX_VALUE + 20), 5, 10, TimeUnit.NANOSECONDS);
        for (int i = 0; i < 30; i++) {
            advance(1);
        }
        assertLog(5L, 15L, 25L);
        advance(27);
        advance(7);
        advance(1);
        assertLog(57L, 65L);
        assertTrue(timer.isPending());
        assertTrue(timer.tryCancel());
        advance(100);
        assertLog();
        assertThrows(
                IllegalArgumentException.class, () -> loop.scheduleAtFixedRate(() -> {}, 0, 0, TimeUnit.NANOSECONDS));
    }

    @Test
    void aPeriodicOneMayCancelItself() {
        LoopTimer[] timer = new LoopTimer[1];
        timer[0] = loop.scheduleAtFixedRate(
                () -> {
                    log.add("once");
                    assertTrue(timer[0].tryCancel());
                },
                1,
                1,
                TimeUnit.NANOSECONDS);
        advance(1);
        advance(5);
        assertLog("once");
    }

    @Test
    void whatAnActionSchedulesAtOnceDoesNotKeepTheLoopFromItsEvents() {
        loop.schedule(
                new Runnable() {
                    @Override
                    public void run() {
                        log.add("timer");
                        if (log.size() < 10) {
                            loop.schedule(this, 0, TimeUnit.NANOSECONDS);
                        }
                    }
                },
                0,
                TimeUnit.NANOSECONDS);
        loop.execute(() -> log.add("event"));
        loop.runReady();
        assertEquals(1, log.indexOf("event"));
        assertEquals(10, log.size());
    }

    @Test
    void oneOfAnotherThreadIsNotBehindTheBacklog() {
        loop.execute(() -> {
            for (int i = 0; i < 1_000; i++) {
                loop.execute(() -> log.add("event"));
            }
            EventLoopTest.onOtherThread(() -> after(0, "timer"));
        });
        loop.runReady();
        assertTrue(log.indexOf("timer") <= 256, log::toString);
    }

    @Test
    void anActionThatThrowsIsReportedAndGoesOnIfPeriodic() {
        loop.scheduleAtFixedRate(
                () -> {
                    throw new IllegalStateException("action");
                },
                1,
                1,
                TimeUnit.NANOSECONDS);
        after(1, "other");
        advance(1);
        assertLog("action", "other");
        advance(1);
        assertLog("action");
    }

    @Test
    void veryLongDelaysAreLong() {
        loop.schedule(() -> log.add("x"), Long.MAX_VALUE, TimeUnit.DAYS);
        loop.scheduleAtFixedRate(() -> log.add("y"), Long.MAX_VALUE, Long.MAX_VALUE, TimeUnit.DAYS);
        advance(Long.MAX_VALUE / 4);
        assertLog();
    }

    @Test
    void cancelledOnesAreLetGo() throws InterruptedException {
        Random random = new Random(5);
        List<LoopTimer> kept = new ArrayList<>();
        loop.execute(() -> {
            for (int i = 0; i < 10_000; i++) {
                LoopTimer timer = after(1 + random.nextInt(100), i);
                if (i % 100 == 0) {
                    kept.add(timer);
                } else {
                    timer.cancel();
                }
            }
        });
        advance(0);
        assertTrue(kept.stream().allMatch(LoopTimer::isPending));
        advance(200);
        assertEquals(100, log.size());
    }

    @Test
    void whatHungOnACancelledOneIsFree() {
        Object[] held = {new Object()};
        WeakReference<Object> reference = new WeakReference<>(held[0]);
        LoopTimer timer = loop.schedule(holding(held[0]), 1, TimeUnit.HOURS);
        loop.runReady();
        held[0] = null;
        timer.cancel();
        for (int i = 0; i < 20 && reference.get() != null; i++) {
            System.gc();
        }
        assertEquals(null, reference.get());
        assertFalse(timer.isPending());
    }

    private static Runnable holding(Object object) {
        return object::hashCode;
    }

    @Test
    void theLoopIsTheTimerOfFutures() {
        Promise<String> promise = new Promise<>();
        Future<String> limited = promise.timeout(Duration.ofNanos(10), loop);
        advance(9);
        assertFalse(limited.isDone());
        advance(1);
        assertTrue(limited.cause() instanceof TimeoutException);
    }

    @Test
    void aWaitingLoopWakesForATimer() throws InterruptedException {
        EventLoop real = EventLoop.create();
        real.schedule(real::quit, 1, TimeUnit.MILLISECONDS);
        real.start();
        assertTrue(real.awaitRest(60, TimeUnit.SECONDS));
    }
}
