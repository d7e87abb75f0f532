package io.assay.future;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * A flatMap's future hands its dependent over to the one it is going to follow, while somebody registers with it and
 * completes that one: nobody misses the value.
 */
@JCStressTest
@Outcome(
        id = "5, 5, 1",
        expect = Expect.ACCEPTABLE,
        desc = "Handed over or not: the outer one, the inner one and the late listener have the value.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Somebody was left behind.")
@State
public class HandOverStress {
    private final Promise<Integer> source = new Promise<>();
    private final Promise<Integer> gate = new Promise<>();
    private final Promise<Integer> last = new Promise<>();
    private final Future<Integer> inner = gate.flatMap(value -> last);
    private final Future<Integer> outer = source.flatMap(value -> inner);
    private int told;

    /** Lets the outer one follow the inner one. */
    public HandOverStress() {
        source.complete(1);
    }

    /** Makes the inner one follow the last, and hand over. */
    @Actor
    public void handOver() {
        gate.complete(1);
    }

    /** Registers with the inner one and completes the last. */
    @Actor
    public void registerAndComplete() {
        inner.onComplete((value, cause) -> told++);
        last.complete(5);
    }

    /** Reads. */
    @Arbiter
    public void read(III_Result result) {
        result.r1 = outer.isDone() ? outer.getNow() : 0;
        result.r2 = inner.isDone() ? inner.getNow() : 0;
        result.r3 = told;
    }
}
