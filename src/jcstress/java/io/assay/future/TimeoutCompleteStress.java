package io.assay.future;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** The source is completed when its time is up: one of the two decides, and who waits is told once. */
@JCStressTest
@Outcome(id = "1, 10", expect = Expect.ACCEPTABLE, desc = "The value came first, and took the timer's task back.")
@Outcome(
        id = "1, 1",
        expect = Expect.ACCEPTABLE,
        desc = "The time was up first; the value came, in vain, and the handle was asked all the same.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Told twice or never, or a task is left on the timer after the value.")
@State
public class TimeoutCompleteStress {
    private final Promise<Integer> promise = new Promise<>();
    private Runnable task = () -> {};
    private int takenBack;
    private int told;

    /** Registers, with a timer that is turned by hand. */
    public TimeoutCompleteStress() {
        Timer timer = (scheduled, delay, unit) -> {
            task = scheduled;
            return () -> takenBack = 1;
        };
        promise.timeout(Duration.ofSeconds(1), timer).onComplete((value, cause) -> {
            told += cause == null ? 10 : cause instanceof TimeoutException ? 1 : 100;
        });
    }

    /** Completes the source. */
    @Actor
    public void complete() {
        promise.complete(1);
    }

    /** The time is up. */
    @Actor
    public void timeOut() {
        task.run();
    }

    /** Reads. */
    @Arbiter
    public void read(II_Result result) {
        result.r1 = takenBack;
        result.r2 = told;
    }
}
