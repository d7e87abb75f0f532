package io.assay.eventloop;

import io.assay.future.Promise;
import io.assay.queue.WaitStrategy;
import java.util.concurrent.TimeUnit;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** A future completed by another thread while a task comes to await it. */
@JCStressTest
@Outcome(
        id = "awake",
        expect = Expect.ACCEPTABLE,
        desc = "The task found the future done, or its listener resumed the task.")
@Outcome(id = "asleep", expect = Expect.FORBIDDEN, desc = "The task waits for a future that is done: a lost wake-up.")
@State
public class CompleteVersusAwaitStress {
    private final EventLoop loop =
            EventLoop.builder().waiting(WaitStrategy.PARK).build();
    private final Promise<String> promise = new Promise<>();
    private String end = "awake";

    /** Made before the actors meet, so that no actor's quit refuses the timer. */
    public CompleteVersusAwaitStress() {
        loop.schedule(this::giveUp, 10, TimeUnit.SECONDS);
    }

    /** Completes the future. */
    @Actor
    public void other() {
        promise.complete("value");
    }

    /** Runs the loop until it ends, or for much longer than a wake-up takes. */
    @Actor
    public void loop(L_Result result) {
        loop.launch(new Task() {
            private boolean waited;

            @Override
            protected Step step() {
                if (waited) {
                    loop.quit();
                    return done();
                }
                waited = true;
                return await(promise);
            }
        });
        loop.run();
        result.r1 = end;
    }

    private void giveUp() {
        end = "asleep";
        loop.quitNow();
    }
}
