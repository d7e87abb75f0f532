package io.assay.future;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** One waits for a flatMap's future, the other makes that hand over to one that is never done, and cancels it. */
@JCStressTest
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "Woken by the cancel, or cancelled before it had to wait.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Never woken (-1 after 20 s), or by something else.")
@State
public class HandOverAwaitStress {
    private final Promise<Integer> source = new Promise<>();
    private final Promise<Integer> gate = new Promise<>();
    private final Promise<Integer> never = new Promise<>();
    private final Future<Integer> inner = gate.flatMap(value -> never);
    private final Future<Integer> outer = source.flatMap(value -> inner);

    /** Lets an outer one follow the inner one. */
    public HandOverAwaitStress() {
        source.complete(1);
    }

    /** Makes the inner one hand over, and cancels it. */
    @Actor
    public void cancel() {
        gate.complete(1);
        inner.cancel();
    }

    /** Waits. */
    @Actor
    public void await(I_Result result) {
        try {
            result.r1 = inner.await(Duration.ofSeconds(20));
        } catch (CancellationException e) {
            result.r1 = outer.isSuccess() ? -3 : 1;
        } catch (TimeoutException e) {
            result.r1 = -1;
        } catch (InterruptedException | ExecutionException e) {
            result.r1 = -2;
        }
    }
}
