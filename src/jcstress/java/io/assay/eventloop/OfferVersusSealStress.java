package io.assay.eventloop;

import io.assay.queue.QueueKind;
import io.assay.queue.WaitStrategy;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZI_Result;

/**
 * The gate of the inbox alone, with nothing between its steps: what the poster is told and what the seal takes agree. The
 * chunk is full, so the poster adds one, which hides its claim from the loop; and the waiter has no fence to offer.
 */
@JCStressTest
@Outcome(id = "true, 1", expect = Expect.ACCEPTABLE, desc = "P2 before the seal's last look: accepted and taken.")
@Outcome(
        id = "false, 0",
        expect = Expect.ACCEPTABLE,
        desc = "The gate was closed at P1; or P2 came after the last look, and the poster took its item back.")
@Outcome(id = "true, 0", expect = Expect.FORBIDDEN, desc = "P2 after the last look, and accepted: lost.")
@Outcome(
        id = "false, 1",
        expect = Expect.FORBIDDEN,
        desc = "P4 read a gate that was being sealed, and the poster did not look whether its item was taken.")
@State
public class OfferVersusSealStress {
    private final Inbox inbox = new Inbox(QueueKind.VARHANDLE_UNBOUNDED.create(2), WaitStrategy.SPIN.newWaiter());
    private int taken;

    /** Fills the chunk. */
    public OfferVersusSealStress() {
        inbox.offer("first");
    }

    /** Offers. */
    @Actor
    public void poster(ZI_Result result) {
        result.r1 = inbox.offer("item");
    }

    /** Closes and seals. */
    @Actor
    public void loop() {
        inbox.close();
        inbox.seal(item -> taken += item.equals("item") ? 1 : 0);
    }

    /** Looks what was taken. */
    @Arbiter
    public void count(ZI_Result result) {
        result.r2 = taken;
    }
}
