package io.assay.queue;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** {@link Waiter#wakeUp} and a consumer that is about to park, without the park: none is lost. */
@JCStressTest
@Outcome(id = "stays awake", expect = Expect.ACCEPTABLE, desc = "The consumer found the wake-up noted.")
@Outcome(id = "is woken", expect = Expect.ACCEPTABLE, desc = "It looked before that; its own note was there in time.")
@Outcome(id = "sleeps on", expect = Expect.FORBIDDEN, desc = "Neither saw the other's note: the wake-up is lost.")
@Outcome(id = "twice", expect = Expect.FORBIDDEN, desc = "The wake-up that ended this wait would end the next one too.")
@State
public class WakeUpNoteStress {
    private final ParkWaiter waiter = new ParkWaiter(0, 0);
    private boolean parks;

    /** Wakes. */
    @Actor
    public void other() {
        waiter.wakeUp();
    }

    /** Writes its note and looks. */
    @Actor
    public void consumer() {
        parks = !waiter.readyAfterNote(Thread.currentThread(), () -> false);
    }

    /** What becomes of the consumer. */
    @Arbiter
    public void fate(L_Result result) {
        boolean still = waiter.ready(() -> false);
        result.r1 = parks ? waiter.noted() || !still ? "sleeps on" : "is woken" : still ? "twice" : "stays awake";
    }
}
