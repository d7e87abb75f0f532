package io.assay.eventloop;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A post from another thread while the loop comes to rest: it is dispatched once, now or by the next run. */
@JCStressTest
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "The loop took it in before it came to rest.")
@Outcome(
        id = "0, 1",
        expect = Expect.ACCEPTABLE,
        desc = "It came after the last look at the inbox: the next run dispatches it.")
@Outcome(id = "0, 0", expect = Expect.FORBIDDEN, desc = "Lost in between.")
@Outcome(id = "1, 2", expect = Expect.FORBIDDEN, desc = "Kept although it was dispatched.")
@State
public class PostVersusStopStress {
    private final EventLoop loop = EventLoop.create();
    private int dispatched;

    /** Posts. */
    @Actor
    public void poster() {
        loop.post((Runnable) () -> dispatched++);
    }

    /** Runs the loop until it rests. */
    @Actor
    public void loop(II_Result result) {
        loop.execute(loop::stop);
        loop.run();
        result.r1 = dispatched;
    }

    /** Runs it again. */
    @Arbiter
    public void next(II_Result result) {
        loop.runReady();
        result.r2 = dispatched;
    }
}
