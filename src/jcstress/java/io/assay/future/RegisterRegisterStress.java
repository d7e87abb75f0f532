package io.assay.future;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Two register, one of them completes then: each callback runs once, on whichever thread. */
@JCStressTest
@Outcome(
        id = "1, 1",
        expect = Expect.ACCEPTABLE,
        desc = "Both run once, whichever came into the list, or found it done.")
@Outcome(expect = Expect.FORBIDDEN, desc = "One is lost, or run twice.")
@State
public class RegisterRegisterStress {
    private final Promise<Integer> promise = new Promise<>();
    private int first;
    private int second;

    /** Registers, then completes. */
    @Actor
    public void registerAndComplete() {
        promise.onComplete((value, cause) -> first++);
        promise.complete(1);
    }

    /** Registers. */
    @Actor
    public void register() {
        promise.onComplete((value, cause) -> second++);
    }

    /** Reads. */
    @Arbiter
    public void read(II_Result result) {
        result.r1 = first;
        result.r2 = second;
    }
}
