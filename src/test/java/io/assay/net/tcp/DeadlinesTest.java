package io.assay.net.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.assay.eventloop.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The wheel under a clock that is moved by hand. */
class DeadlinesTest {
    private long now = -5_000_000_000L;
    private final EventLoop loop = EventLoop.builder().clock(() -> now).build();
    private final Deadlines deadlines = new Deadlines(loop, () -> now);
    private int expired;

    private class Timed extends Deadlines.Entry {
        long due = Long.MAX_VALUE;
        int looks;

        @Override
        long due() {
            looks++;
            return due;
        }

        @Override
        void expired() {
            assertTrue(due <= now, () -> "early by " + (due - now));
            assertTrue(now - due < Deadlines.TICK * 2, () -> "late by " + (now - due));
            due = Long.MAX_VALUE;
            expired++;
        }
    }

    @Test
    void neverEarlyAndATickLateAtMostWhateverIsPutOffOrForgotten() {
        Random random = new Random(9);
        List<Timed> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) all.add(new Timed());
        int wanted = 0;
        for (int step = 0; step < 5_000; step++) {
            Timed timed = all.get(random.nextInt(all.size()));
            int kind = random.nextInt(10);
            if (kind == 0) {
                if (timed.due != Long.MAX_VALUE) wanted--;
                timed.due = Long.MAX_VALUE;
                deadlines.forget(timed);
            } else {
                if (timed.due == Long.MAX_VALUE) wanted++;
                // Some beyond the wheel's turn, some due at once.
                long delay = (long) (random.nextDouble() * Deadlines.TICK * (kind == 1 ? 2_000 : 40));
                boolean earlier = timed.due > now + delay;
                timed.due = now + delay;
                if (earlier) deadlines.watch(timed);
            }
            now += random.nextInt((int) Deadlines.TICK / 4);
            loop.runReady();
        }
        for (int i = 0; i < 2_100; i++) {
            now += Deadlines.TICK;
            loop.runReady();
        }
        assertEquals(wanted, expired, "seed 9");
        assertTrue(expired > 1_000, () -> "expired " + expired);
        assertEquals(0, loop.runReady(), "at rest it does not turn");
    }

    @Test
    void afterALongHaltAllIsFound() {
        Timed near = new Timed();
        Timed far = new Timed();
        near.due = now + Deadlines.TICK * 3;
        far.due = now + Deadlines.TICK * 5_000;
        deadlines.watch(near);
        deadlines.watch(far);
        now = near.due;
        loop.runReady();
        assertEquals(1, expired);
        now = far.due;
        loop.runReady();
        assertEquals(2, expired);
    }

    private Timed watched(Deadlines wheel, long due) {
        Timed timed = new Timed();
        timed.due = due;
        wheel.watch(timed);
        return timed;
    }

    private int expiredAt(long time) {
        now = time;
        loop.runReady();
        return expired;
    }

    @Test
    void whatIsDueAtATickExpiresThereWhereverTheClockStarted() {
        for (long start = -5_000_000_000L; start <= 5_000_000_000L; start += 5_000_000_000L) {
            now = start;
            Deadlines wheel = new Deadlines(loop, () -> now);
            // It has rested for a while.
            now += Deadlines.TICK * 7;
            long tick = now + Deadlines.TICK * 3;
            watched(wheel, tick);
            watched(wheel, tick + 1);
            expired = 0;
            assertEquals(0, expiredAt(tick - 1));
            assertEquals(1, expiredAt(tick));
            assertEquals(1, expiredAt(tick + Deadlines.TICK - 1));
            assertEquals(2, expiredAt(tick + Deadlines.TICK));
        }
    }

    @Test
    void whatIsNotPutOffIsLookedAtOnce() {
        Timed timed = watched(deadlines, now + Deadlines.TICK * 7 / 2);
        timed.looks = 0;
        for (int i = 0; i < 10; i++) expiredAt(now + Deadlines.TICK / 2);
        assertEquals(1, expired);
        assertEquals(1, timed.looks);
    }

    @Test
    void whatIsDueAlreadyExpiresAtTheNextTick() {
        long start = now;
        now += Deadlines.TICK * 10 + Deadlines.TICK / 2;
        watched(deadlines, now - Deadlines.TICK * 3 / 4);
        watched(deadlines, now - Deadlines.TICK);
        assertEquals(2, expiredAt(start + Deadlines.TICK * 11));
    }

    @Test
    void aTickThatTheLoopIsLateForIsNotSkipped() {
        watched(deadlines, now + Deadlines.TICK * 2);
        now += Deadlines.TICK * 3;
        watched(deadlines, now + Deadlines.TICK * 2);
        assertEquals(1, expiredAt(now));
    }

    @Test
    void atRestItDoesNotTurn() {
        watched(deadlines, now + Deadlines.TICK);
        deadlines.forget(watched(deadlines, now + Deadlines.TICK * 5));
        assertEquals(1, expiredAt(now + Deadlines.TICK * 2));
        now += Deadlines.TICK * 10;
        assertEquals(0, loop.runReady());
    }

    @Test
    void whatHasExpiredIsLookedAtNoMoreThoughItStaysDue() {
        Timed stays = new Timed() {
            @Override
            void expired() {
                expired++;
            }
        };
        Timed watching = new Timed() {
            @Override
            void expired() {
                due = Long.MAX_VALUE;
                deadlines.watch(stays);
            }
        };
        stays.due = now + Deadlines.TICK;
        watching.due = stays.due;
        deadlines.watch(stays);
        // The newest of a tick is the first: the other is in the wheel again when its turn comes.
        deadlines.watch(watching);
        watched(deadlines, now + Deadlines.TICK * 10);
        expiredAt(stays.due);
        assertEquals(1, expiredAt(stays.due + Deadlines.TICK * 2));
    }
}
