package io.assay.future;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * Dead ones are taken out of the middle of a list while the future is completed: all live ones are told, once, in order.
 * Two of them are flatMaps, which move on into the list of the one that they follow, one of them cancelled meanwhile.
 */
@JCStressTest
@Outcome(id = "12345", expect = Expect.ACCEPTABLE, desc = "All told in order, whoever came first.")
@Outcome(expect = Expect.FORBIDDEN, desc = "One was lost, told twice or out of turn.")
@State
public class SweepCompleteStress {
    private final Promise<Integer> promise = new Promise<>();
    private final Promise<Integer> later = new Promise<>();
    private final Future<Integer> moving;
    private int told;

    /** Live and dead ones by turns. */
    public SweepCompleteStress() {
        later.onComplete((value, cause) -> tell(4));
        promise.onComplete((value, cause) -> tell(1));
        promise.map(value -> tell(7)).cancel();
        promise.onComplete((value, cause) -> tell(2));
        moving = promise.flatMap(value -> later);
        promise.flatMap(value -> later).onComplete((value, cause) -> tell(5));
        promise.map(value -> tell(8)).cancel();
        promise.map(value -> tell(9)).cancel();
        promise.onComplete((value, cause) -> tell(3));
    }

    private int tell(int digit) {
        told = told * 10 + digit;
        return digit;
    }

    /** Completes. */
    @Actor
    public void complete() {
        promise.complete(1);
    }

    /** Cancels one more, and sweeps. */
    @Actor
    public void sweep() {
        Object head = promise.state();
        moving.cancel();
        if (head instanceof Continuation<?> last) {
            Sweep.over(promise, last, 100);
        }
    }

    /** Completes the other one, and reads. */
    @Arbiter
    public void read(I_Result result) {
        later.complete(1);
        result.r1 = told;
    }
}
