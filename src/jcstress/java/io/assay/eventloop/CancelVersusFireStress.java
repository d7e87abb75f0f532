package io.assay.eventloop;

import java.util.concurrent.TimeUnit;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZI_Result;

/** A timer cancelled by another thread while it comes due: the answer says whether the action ran. */
@JCStressTest
@Outcome(id = "true, 0", expect = Expect.ACCEPTABLE, desc = "Cancelled before it fired.")
@Outcome(id = "false, 1", expect = Expect.ACCEPTABLE, desc = "Fired before it was cancelled.")
@Outcome(id = "true, 1", expect = Expect.FORBIDDEN, desc = "Fired although the canceller was told that it would not.")
@Outcome(id = "false, 0", expect = Expect.FORBIDDEN, desc = "Neither: the action is lost.")
@State
public class CancelVersusFireStress {
    private final EventLoop loop = EventLoop.create();
    private final LoopTimer timer = loop.schedule(this::fire, 0, TimeUnit.NANOSECONDS);
    private int fired;

    private void fire() {
        fired++;
    }

    /** Cancels. */
    @Actor
    public void canceller(ZI_Result result) {
        result.r1 = timer.tryCancel();
    }

    /** Fires what is due. */
    @Actor
    public void loop() {
        loop.runReady();
    }

    /** Looks what ran. */
    @Arbiter
    public void count(ZI_Result result) {
        result.r2 = fired;
    }
}
