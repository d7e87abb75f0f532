package io.assay.future;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZI_Result;

/** The source is completed while what comes of it is cancelled: the one behind is told once, by whoever came first. */
@JCStressTest
@Outcome(
        id = "true, true, 1",
        expect = Expect.ACCEPTABLE,
        desc = "Cancelled before the map was done: behind it the cancellation.")
@Outcome(
        id = "true, false, 10",
        expect = Expect.ACCEPTABLE,
        desc = "The map was done first: behind it the value, and the cancel is told that it is late.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Told twice or never, or the source was touched.")
@State
public class CompleteCancelStress {
    private final Promise<Integer> promise = new Promise<>();
    private final Future<Integer> mapped = promise.map(value -> value);
    private int told;

    /** Registers behind. */
    public CompleteCancelStress() {
        mapped.onComplete((value, cause) -> told += cause == null ? 10 : 1);
    }

    /** Completes the source. */
    @Actor
    public void complete(ZZI_Result result) {
        result.r1 = promise.tryComplete(1);
    }

    /** Cancels what comes of it. */
    @Actor
    public void cancel(ZZI_Result result) {
        result.r2 = mapped.cancel();
    }

    /** Reads. */
    @Arbiter
    public void read(ZZI_Result result) {
        result.r3 = told;
    }
}
