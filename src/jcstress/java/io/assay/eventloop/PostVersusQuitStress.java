package io.assay.eventloop;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZI_Result;

/** A post from another thread while the loop is told to quit and ends: its answer and what became of it agree. */
@JCStressTest
@Outcome(
        id = "true, 1",
        expect = Expect.ACCEPTABLE,
        desc = "The post went through the gate before it was sealed: accepted, and dispatched once.")
@Outcome(
        id = "false, 0",
        expect = Expect.ACCEPTABLE,
        desc = "The gate was closed, or was sealed and the item still inside: refused, and taken back.")
@Outcome(id = "true, 0", expect = Expect.FORBIDDEN, desc = "Accepted behind the last look at the inbox: lost.")
@Outcome(
        id = "false, 1",
        expect = Expect.FORBIDDEN,
        desc = "Taken out by the seal and refused all the same: the poster would post it again elsewhere.")
@Outcome(id = "true, 2", expect = Expect.FORBIDDEN, desc = "Dispatched twice.")
@State
public class PostVersusQuitStress {
    private final EventLoop loop = EventLoop.create();
    private int dispatched;

    /** Posts. */
    @Actor
    public void poster(ZI_Result result) {
        result.r1 = loop.tryPost((Runnable) () -> dispatched++);
    }

    /** Tells the loop to end, and runs it to its end. */
    @Actor
    public void loop() {
        loop.quit();
        loop.run();
    }

    /** Looks what was dispatched. */
    @Arbiter
    public void count(ZI_Result result) {
        result.r2 = dispatched;
    }
}
