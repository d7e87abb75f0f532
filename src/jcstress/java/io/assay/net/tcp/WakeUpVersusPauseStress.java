package io.assay.net.tcp;

import java.util.concurrent.TimeUnit;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** A wake-up for a loop that is about to sleep between two looks, for the first time on its thread. */
@JCStressTest
@Outcome(
        id = "awake",
        expect = Expect.ACCEPTABLE,
        desc = "The loop saw that it was woken before it slept, or the other saw its name and ended the sleep.")
@Outcome(
        id = "asleep",
        expect = Expect.FORBIDDEN,
        desc = "Each looked for the other's note before that was there: a lost wake-up.")
@State
public class WakeUpVersusPauseStress {
    /** As good as for ever for a wake-up, and short enough to tell of one that was lost. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

    private final SharedWakeUps wakeUps = new SharedWakeUps(PATIENCE);

    /** Wakes. */
    @Actor
    public void other() {
        wakeUps.wakeUp();
    }

    /** Sleeps until it is woken, or for much longer than that takes. */
    @Actor
    public void loop(L_Result result) {
        result.r1 = wakeUps.pause(Long.MAX_VALUE) < PATIENCE / 2 ? "awake" : "asleep";
    }
}
