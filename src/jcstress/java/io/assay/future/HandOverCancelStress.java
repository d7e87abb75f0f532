package io.assay.future;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZIZ_Result;

/**
 * A flatMap's future hands its dependent over and the one it has become is completed, while somebody registers with it
 * and cancels it: the listener hears of what the future is.
 */
@JCStressTest
@Outcome(id = "true, 1, true", expect = Expect.ACCEPTABLE, desc = "Cancelled first; handed over or not.")
@Outcome(id = "false, 10, false", expect = Expect.ACCEPTABLE, desc = "The value came first; the cancel is late.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Told twice, never, or something else than the future is.")
@State
public class HandOverCancelStress {
    private final Promise<Integer> source = new Promise<>();
    private final Promise<Integer> gate = new Promise<>();
    private final Promise<Integer> last = new Promise<>();
    private final Future<Integer> inner = gate.flatMap(value -> last);
    private final Future<Integer> outer = source.flatMap(value -> inner);
    private int told;

    /** Lets the outer one follow the inner one. */
    public HandOverCancelStress() {
        source.complete(1);
    }

    /** Makes the inner one hand over to the last, and completes that. */
    @Actor
    public void handOver() {
        gate.complete(1);
        last.complete(5);
    }

    /** Registers with the inner one and cancels it. */
    @Actor
    public void cancel(ZIZ_Result result) {
        inner.onComplete((value, cause) -> told += cause == null ? 10 : 1);
        result.r1 = inner.cancel();
    }

    /** Reads. The outer one is done in any case, with either. */
    @Arbiter
    public void read(ZIZ_Result result) {
        result.r2 = outer.isDone() ? told : -1;
        result.r3 = inner.isCancelled();
    }
}
