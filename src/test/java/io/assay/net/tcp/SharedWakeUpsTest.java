package io.assay.net.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SharedWakeUpsTest {
    private static final long PAUSE = 100_000;
    private static final long FOR_EVER = Long.MAX_VALUE;

    private final List<Long> sleeps = new ArrayList<>();
    private long now = 7;
    private final SharedWakeUps wakeUps = new SharedWakeUps(PAUSE, () -> now, this::sleep);

    private void sleep(long nanos) {
        sleeps.add(nanos);
        now += nanos;
    }

    /** So many rounds that find so much each; how many of them slept. */
    private int rounds(int count, int found) {
        int before = sleeps.size();
        for (int i = 0; i < count; i++) {
            wakeUps.pause(FOR_EVER);
            wakeUps.looked(found);
        }
        return sleeps.size() - before;
    }

    @Test
    void itSleepsForWhatIsLeftSinceTheLastLook() {
        wakeUps.looked(1);
        now += 30_000;
        wakeUps.pause(FOR_EVER);
        assertEquals(List.of(PAUSE - 30_000), sleeps);
    }

    @Test
    void somethingElseThatIsDueIsNotMadeLater() {
        wakeUps.looked(1);
        wakeUps.pause(60_000);
        assertEquals(List.of(60_000L), sleeps);
    }

    @Test
    void behindALongRoundItLooksAtOnce() {
        wakeUps.looked(1);
        now += PAUSE - SharedWakeUps.SHORTEST + 1;
        wakeUps.pause(FOR_EVER);
        now += PAUSE;
        wakeUps.pause(FOR_EVER);
        assertEquals(List.of(), sleeps);
    }

    @Test
    void theShortestSleepIsStillTaken() {
        wakeUps.looked(1);
        now += PAUSE - SharedWakeUps.SHORTEST;
        wakeUps.pause(FOR_EVER);
        assertEquals(List.of(SharedWakeUps.SHORTEST), sleeps);
    }

    @Test
    void withoutATimeItNeverSleeps() {
        SharedWakeUps none = new SharedWakeUps(0, () -> now, this::sleep);
        for (int i = 0; i < 100; i++) {
            none.looked(9);
            none.pause(FOR_EVER);
        }
        assertEquals(List.of(), sleeps);
    }

    @Test
    void whereMuchComesTogetherItGoesOn() {
        for (int i = 0; i < 96; i++) assertEquals(2, rounds(1, 2) + rounds(1, 3), "two and a half on average");
        assertEquals(SharedWakeUps.TRIAL, rounds(SharedWakeUps.TRIAL, 2));
        assertEquals(0, rounds(1, 9), "less is not enough");
    }

    @Test
    void whereNothingComesTogetherItRestsLongerEachTime() {
        for (int rest = SharedWakeUps.REST; rest <= SharedWakeUps.LONGEST_REST; rest *= 2) {
            assertEquals(SharedWakeUps.TRIAL, rounds(SharedWakeUps.TRIAL, 1));
            assertEquals(0, rounds(rest, 1));
        }
        assertEquals(SharedWakeUps.TRIAL, rounds(SharedWakeUps.TRIAL, 1));
        assertEquals(0, rounds(SharedWakeUps.LONGEST_REST, 1), "no longer than that");
    }

    @Test
    void aTrialThatHoldsForgetsThoseThatFailed() {
        rounds(SharedWakeUps.TRIAL + SharedWakeUps.REST, 1);
        assertEquals(SharedWakeUps.TRIAL, rounds(SharedWakeUps.TRIAL, 3));
        assertEquals(SharedWakeUps.TRIAL, rounds(SharedWakeUps.TRIAL, 1));
        assertEquals(SharedWakeUps.TRIAL, rounds(SharedWakeUps.REST + SharedWakeUps.TRIAL, 1), "the first rest again");
    }

    @Test
    void itTellsHowLongItSlept() {
        wakeUps.looked(1);
        now += 30_000;
        assertEquals(PAUSE - 30_000, wakeUps.pause(FOR_EVER));
        assertEquals(0, wakeUps.pause(FOR_EVER), "the time since the look is up");
        wakeUps.looked(1);
        assertEquals(60_000, wakeUps.pause(60_000));
    }

    @Test
    void aWakeUpBeforeTheSleepSkipsIt() throws Exception {
        wakeUps.looked(1);
        // Its first on this thread, which nobody can know yet.
        wakeUpFromElsewhere();
        assertEquals(0, wakeUps.pause(FOR_EVER));
        assertEquals(List.of(), sleeps);
        wakeUps.looked(1);
        assertEquals(PAUSE, wakeUps.pause(FOR_EVER), "it ends no other");
    }

    @Test
    void aWakeUpDuringTheSleepEndsNoOther() {
        AtomicReference<SharedWakeUps> self = new AtomicReference<>();
        SharedWakeUps woken = new SharedWakeUps(PAUSE, () -> now, nanos -> {
            sleep(nanos);
            self.get().wakeUp();
        });
        self.set(woken);
        for (int i = 1; i <= 3; i++) {
            woken.looked(9);
            woken.pause(FOR_EVER);
            assertEquals(i, sleeps.size());
        }
    }

    @Test
    void aSleepThatWasSkippedIsNotJudged() {
        for (int i = 0; i < 2 * SharedWakeUps.TRIAL; i++) {
            wakeUps.wakeUp();
            assertEquals(0, rounds(1, 0));
        }
        assertEquals(SharedWakeUps.TRIAL, rounds(SharedWakeUps.TRIAL, 1));
    }

    private void wakeUpFromElsewhere() throws InterruptedException {
        Thread other = new Thread(wakeUps::wakeUp);
        other.start();
        other.join();
    }

    @Test
    void anotherThreadEndsTheSleep() throws Exception {
        CountDownLatch asleep = new CountDownLatch(1);
        SharedWakeUps real = new SharedWakeUps(TimeUnit.HOURS.toNanos(1), System::nanoTime, nanos -> {
            asleep.countDown();
            LockSupport.parkNanos(nanos);
        });
        Thread sleeper = new Thread(() -> real.pause(FOR_EVER));
        sleeper.setDaemon(true);
        sleeper.start();
        assertTrue(asleep.await(60, TimeUnit.SECONDS), "it sleeps");
        real.wakeUp();
        sleeper.join(60_000);
        assertFalse(sleeper.isAlive());
    }

    @Test
    void timesOutOfRangeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> NetLoop.builder().gather(-1));
        assertThrows(IllegalArgumentException.class, () -> NetLoop.builder().gather(1_000_000_001));
        NetLoop.Builder builder = NetLoop.builder();
        assertSame(builder, builder.gather(0).gather(1_000_000_000));
    }
}
