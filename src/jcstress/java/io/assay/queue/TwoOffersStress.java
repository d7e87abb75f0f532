package io.assay.queue;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** Two producers offer two items each: all four are there, each producer's in order. */
@JCStressTest
@Outcome(id = ".* \\[a, b, 1, 2\\]", expect = Expect.ACCEPTABLE, desc = "Letters before digits.")
@Outcome(id = ".* \\[1, 2, a, b\\]", expect = Expect.ACCEPTABLE, desc = "Digits before letters.")
@Outcome(
        id = ".* \\[(a, 1, b, 2|a, 1, 2, b|1, a, b, 2|1, a, 2, b)\\]",
        expect = Expect.ACCEPTABLE,
        desc = "Claims of the two producers in turn.")
@Outcome(expect = Expect.FORBIDDEN, desc = "An item is lost, doubled or before one that its producer offered earlier.")
@State
public class TwoOffersStress {
    private final QueueKind kind = AnyKind.next();
    // Of two places: kinds in chunks of two add a chunk meanwhile; the bounded ones have room for four.
    private final Handoff<String> queue = kind.create(kind.bounded() ? 4 : 2);

    /** Offers letters. */
    @Actor
    public void letters() {
        queue.offer("a");
        queue.offer("b");
    }

    /** Offers digits. */
    @Actor
    public void digits() {
        queue.offer("1");
        queue.offer("2");
    }

    /** Drains. */
    @Arbiter
    public void drain(L_Result result) {
        List<String> items = new ArrayList<>();
        queue.drain(items::add, 10);
        result.r1 = kind + " " + items;
    }
}
