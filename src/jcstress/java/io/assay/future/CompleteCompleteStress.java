package io.assay.future;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZI_Result;

/** Two complete: one wins, is told so, and its value stays. */
@JCStressTest
@Outcome(id = "true, false, 1", expect = Expect.ACCEPTABLE, desc = "The first actor's step came first.")
@Outcome(id = "false, true, 2", expect = Expect.ACCEPTABLE, desc = "The second actor's step came first.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Both won, none won, or the value is the loser's.")
@State
public class CompleteCompleteStress {
    private final Promise<Integer> promise = new Promise<>();

    /** Completes. */
    @Actor
    public void one(ZZI_Result result) {
        result.r1 = promise.tryComplete(1);
    }

    /** Completes. */
    @Actor
    public void other(ZZI_Result result) {
        result.r2 = promise.tryComplete(2);
    }

    /** Reads. */
    @Arbiter
    public void value(ZZI_Result result) {
        result.r3 = promise.getNow();
    }
}
