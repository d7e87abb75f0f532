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

    private final class Timed extends Deadlines.Entry {
        private long due = Long.MAX_VALUE;

        @Override
        long due() {
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
}
