package io.assay.future;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** One waits, the other completes: the waiter wakes, and sees what was written before the completion. */
@JCStressTest
@Outcome(id = "1, 7", expect = Expect.ACCEPTABLE, desc = "Woken, or done before it had to wait.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Woken too early, never (-1 after 20 s), or without what was written.")
@State
public class AwaitCompleteStress {
    private final Promise<Integer> promise = new Promise<>();
    private int before;

    /** Writes, then completes. */
    @Actor
    public void complete() {
        before = 7;
        promise.complete(1);
    }

    /** Waits. */
    @Actor
    public void await(II_Result result) {
        try {
            result.r1 = promise.await(Duration.ofSeconds(20));
        } catch (TimeoutException | InterruptedException | ExecutionException e) {
            result.r1 = -1;
        }
        result.r2 = before;
    }
}
