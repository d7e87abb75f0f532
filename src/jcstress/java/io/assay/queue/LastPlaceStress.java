package io.assay.queue;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** Two producers and one free place: one of them is refused. */
@JCStressTest
@Outcome(id = ".* accepted 1", expect = Expect.ACCEPTABLE, desc = "Who claimed the place first has it.")
@Outcome(id = ".* accepted 0", expect = Expect.FORBIDDEN, desc = "Both were refused although there was room.")
@Outcome(
        id = ".* accepted 2",
        expect = Expect.FORBIDDEN,
        desc = "Both claimed the same place, or there are more than capacity.")
@Outcome(expect = Expect.FORBIDDEN, desc = "What is inside is not what was accepted.")
@State
public class LastPlaceStress {
    private final QueueKind kind = AnyKind.nextBounded();
    private final Handoff<String> queue = kind.create(4);
    private boolean first;
    private boolean second;

    /** Leaves one place. */
    public LastPlaceStress() {
        for (int i = 1; i < queue.capacity(); i++) queue.offer("before");
    }

    /** Offers. */
    @Actor
    public void first() {
        first = queue.offer("first");
    }

    /** Offers. */
    @Actor
    public void second() {
        second = queue.offer("second");
    }

    /** Counts. */
    @Arbiter
    public void count(L_Result result) {
        int accepted = (first ? 1 : 0) + (second ? 1 : 0);
        int inside = queue.drain(item -> {}, 10) - 3;
        result.r1 =
                kind + (inside == accepted ? " accepted " + accepted : " lost or doubled " + accepted + " " + inside);
    }
}
