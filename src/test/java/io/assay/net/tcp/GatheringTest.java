package io.assay.net.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class GatheringTest {
    private static final long PAUSE = 100_000;
    private static final long FOR_EVER = Long.MAX_VALUE;

    private final List<Long> sleeps = new ArrayList<>();
    private long now = 7;
    private final Gathering gathering = new Gathering(PAUSE, () -> now, this::sleep);

    private void sleep(long nanos) {
        sleeps.add(nanos);
        now += nanos;
    }

    /** So many rounds that find so much each; how many of them slept. */
    private int rounds(int count, int found) {
        int before = sleeps.size();
        for (int i = 0; i < count; i++) {
            gathering.pause(FOR_EVER);
            gathering.looked(found);
        }
        return sleeps.size() - before;
    }

    @Test
    void itSleepsForWhatIsLeftSinceTheLastLook() {
        gathering.looked(1);
        now += 30_000;
        gathering.pause(FOR_EVER);
        assertEquals(List.of(PAUSE - 30_000), sleeps);
    }

    @Test
    void somethingElseThatIsDueIsNotMadeLater() {
        gathering.looked(1);
        gathering.pause(60_000);
        assertEquals(List.of(60_000L), sleeps);
    }

    @Test
    void behindALongRoundItLooksAtOnce() {
        gathering.looked(1);
        now += PAUSE - Gathering.SHORTEST + 1;
        gathering.pause(FOR_EVER);
        now += PAUSE;
        gathering.pause(FOR_EVER);
        assertEquals(List.of(), sleeps);
    }

    @Test
    void withoutATimeItNeverSleeps() {
        Gathering none = new Gathering(0, () -> now, this::sleep);
        for (int i = 0; i < 100; i++) {
            none.looked(9);
            none.pause(FOR_EVER);
        }
        assertEquals(List.of(), sleeps);
    }

    @Test
    void whereMuchComesTogetherItGoesOn() {
        for (int i = 0; i < 96; i++) assertEquals(2, rounds(1, 2) + rounds(1, 3), "two and a half on average");
        assertEquals(Gathering.TRIAL, rounds(Gathering.TRIAL, 2));
        assertEquals(0, rounds(1, 9), "less is not enough");
    }

    @Test
    void whereNothingComesTogetherItRestsLongerEachTime() {
        for (int rest = Gathering.REST; rest <= Gathering.LONGEST_REST; rest *= 2) {
            assertEquals(Gathering.TRIAL, rounds(Gathering.TRIAL, 1));
            assertEquals(0, rounds(rest, 1));
        }
        assertEquals(Gathering.TRIAL, rounds(Gathering.TRIAL, 1));
        assertEquals(0, rounds(Gathering.LONGEST_REST, 1), "no longer than that");
    }

    @Test
    void aTrialThatHoldsForgetsThoseThatFailed() {
        rounds(Gathering.TRIAL + Gathering.REST, 1);
        assertEquals(Gathering.TRIAL, rounds(Gathering.TRIAL, 3));
        assertEquals(Gathering.TRIAL, rounds(Gathering.TRIAL, 1));
        assertEquals(Gathering.TRIAL, rounds(Gathering.REST + Gathering.TRIAL, 1), "the first rest again");
    }

    @Test
    void anotherThreadEndsTheSleep() throws Exception {
        Gathering real = new Gathering(TimeUnit.HOURS.toNanos(1));
        CountDownLatch ready = new CountDownLatch(1);
        Thread sleeper = new Thread(() -> {
            // The first sleep makes the thread known; whatever ends it, the next one is ended by name.
            ready.countDown();
            real.pause(FOR_EVER);
        });
        sleeper.setDaemon(true);
        sleeper.start();
        assertTrue(ready.await(10, TimeUnit.SECONDS));
        while (sleeper.isAlive()) {
            real.wakeUp();
            sleeper.join(1);
        }
    }

    @Test
    void timesOutOfRangeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> NetLoop.builder().gather(-1));
        assertThrows(IllegalArgumentException.class, () -> NetLoop.builder().gather(1_000_000_001));
    }
}
