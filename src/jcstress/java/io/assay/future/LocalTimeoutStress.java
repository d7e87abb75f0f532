package io.assay.future;

import java.time.Duration;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * A confined promise is registered with and completed by its thread, without atomic steps, while the time of who waits for it
 * is up on another thread, which takes that one out of its list.
 */
@JCStressTest
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "Done in time.")
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "The time was up.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A callback is lost or told twice, or the completion is.")
@State
public class LocalTimeoutStress {
    private Promise<Integer> promise;
    private Runnable expiry;
    private Future<Integer> limited;
    private int told;

    /** Registers twice and completes. */
    @Actor
    public void own() {
        Promise<Integer> own = LocalPromises.ofCurrentThread().promise();
        limited = own.timeout(Duration.ofSeconds(1), (task, delay, unit) -> {
            publish(task);
            return () -> {};
        });
        own.onComplete((value, cause) -> told++);
        own.complete(1);
        promise = own;
    }

    private void publish(Runnable task) {
        synchronized (this) {
            expiry = task;
        }
    }

    /** The timer. */
    @Actor
    public void expire() {
        Runnable task;
        synchronized (this) {
            task = expiry;
        }
        if (task != null) {
            task.run();
        }
    }

    /** Reads. */
    @Arbiter
    public void read(II_Result result) {
        result.r1 = promise.getNow() == 1 ? told : -1;
        result.r2 = limited.isSuccess() ? 1 : 0;
    }
}
