package io.assay.future;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** One completes, the other registers: the callback runs once, and sees what was written before the completion. */
@JCStressTest
@Outcome(
        id = "1, 7, 2",
        expect = Expect.ACCEPTABLE,
        desc = "Registered before, and run by who completes; or after, and run by who registers.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Lost, run twice, without what was written before, or the map is lost.")
@State
public class CompleteRegisterStress {
    private final Promise<Integer> promise = new Promise<>();
    private int before;
    private int called;
    private int seen;
    private Future<Integer> mapped;

    /** Writes, then completes. */
    @Actor
    public void complete() {
        before = 7;
        promise.complete(1);
    }

    /** Registers two. */
    @Actor
    public void register() {
        promise.onComplete((value, cause) -> {
            called++;
            seen = before;
        });
        mapped = promise.map(value -> value + 1);
    }

    /** Reads. */
    @Arbiter
    public void read(III_Result result) {
        result.r1 = called;
        result.r2 = seen;
        result.r3 = mapped.getNow();
    }
}
