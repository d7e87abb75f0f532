package io.assay.eventloop;

import io.assay.queue.WaitStrategy;
import java.util.concurrent.TimeUnit;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** Stopping a loop that is about to park. */
@JCStressTest
@Outcome(
        id = "awake",
        expect = Expect.ACCEPTABLE,
        desc = "The loop saw that it was to stop before it parked, or was woken.")
@Outcome(
        id = "asleep",
        expect = Expect.FORBIDDEN,
        desc = "The loop sleeps although it was told to stop: a lost wake-up.")
@State
public class StopVersusParkStress {
    private final EventLoop loop =
            EventLoop.builder().waiting(WaitStrategy.PARK).build();
    private String end = "awake";

    /** Enters the loop before the actors meet, as a stop of one that does not run has no effect. */
    public StopVersusParkStress() {
        loop.schedule(this::giveUp, 10, TimeUnit.SECONDS);
        loop.core.lifecycle.enter();
    }

    /** Tells the loop to stop. */
    @Actor
    public void other() {
        loop.stop();
    }

    /** Runs the loop until it rests, or for much longer than a wake-up takes. */
    @Actor
    public void loop(L_Result result) {
        loop.core.turn(true);
        result.r1 = end;
    }

    private void giveUp() {
        end = "asleep";
        loop.quitNow();
    }
}
