package io.assay.eventloop;

import io.assay.queue.Handoff;
import io.assay.queue.QueueKind;
import io.assay.queue.WaitStrategy;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** Two posters that put their items in after the seal's last look, and take each other's out as they look for them. */
@JCStressTest
@Outcome(id = "true, true", expect = Expect.ACCEPTABLE, desc = "Each found its item, in the queue or among the late.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Not found by its poster, who takes it for dispatched: lost.")
@State
public class TwoLatePostersStress {
    private final Handoff<Object> queue = QueueKind.VARHANDLE_UNBOUNDED.create(2);
    private final Inbox inbox = new Inbox(queue, WaitStrategy.SPIN.newWaiter());

    /** Seals the inbox. */
    public TwoLatePostersStress() {
        inbox.close();
        inbox.seal(item -> {});
    }

    /** Comes from behind the gate with one item. */
    @Actor
    public void one(ZZ_Result result) {
        queue.offer("one");
        result.r1 = inbox.withdraw("one");
    }

    /** Comes from behind the gate with another. */
    @Actor
    public void other(ZZ_Result result) {
        queue.offer("other");
        result.r2 = inbox.withdraw("other");
    }
}
