package io.assay.eventloop;

import java.util.concurrent.TimeUnit;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZII_Result;

/** A periodic timer cancelled by another thread while it comes due: a run may be under way, but no other one begins. */
@JCStressTest
@Outcome(id = "true, 0, 0", expect = Expect.ACCEPTABLE, desc = "Cancelled before the loop looked at it.")
@Outcome(id = "true, 1, 1", expect = Expect.ACCEPTABLE, desc = "The run had begun; the next one never comes.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Fired again although it was cancelled, or not to be cancelled at all.")
@State
public class CancelVersusPeriodStress {
    private long now;
    private final EventLoop loop = EventLoop.builder().clock(() -> now).build();
    private final LoopTimer timer = loop.scheduleAtFixedRate(this::fire, 0, 1, TimeUnit.NANOSECONDS);
    private int fired;

    private void fire() {
        fired++;
    }

    /** Cancels. */
    @Actor
    public void canceller(ZII_Result result) {
        result.r1 = timer.tryCancel();
    }

    /** Fires what is due. */
    @Actor
    public void loop(ZII_Result result) {
        loop.runReady();
        result.r2 = fired;
    }

    /** Fires what is due ten periods later. */
    @Arbiter
    public void later(ZII_Result result) {
        now = 10;
        loop.runReady();
        result.r3 = fired;
    }
}
