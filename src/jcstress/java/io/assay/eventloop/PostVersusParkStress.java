package io.assay.eventloop;

import io.assay.queue.WaitStrategy;
import java.util.concurrent.TimeUnit;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** A post to a loop that is about to park. */
@JCStressTest
@Outcome(
        id = "awake",
        expect = Expect.ACCEPTABLE,
        desc = "The loop saw the event before it parked, or the post woke it.")
@Outcome(
        id = "asleep",
        expect = Expect.FORBIDDEN,
        desc = "The loop looked before the item was there, and the post before the loop slept: a lost wake-up.")
@State
public class PostVersusParkStress {
    private final EventLoop loop =
            EventLoop.builder().waiting(WaitStrategy.PARK).build();
    private String end = "awake";

    /** Made before the actors meet, so that no actor's quit refuses the timer. */
    public PostVersusParkStress() {
        loop.schedule(this::giveUp, 10, TimeUnit.SECONDS);
    }

    /** Posts. */
    @Actor
    public void other() {
        loop.execute(loop::quit);
    }

    /** Runs the loop until it ends, or for much longer than a wake-up takes. */
    @Actor
    public void loop(L_Result result) {
        loop.run();
        result.r1 = end;
    }

    private void giveUp() {
        end = "asleep";
        loop.quitNow();
    }
}
