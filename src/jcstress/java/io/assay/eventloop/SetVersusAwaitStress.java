package io.assay.eventloop;

import io.assay.queue.WaitStrategy;
import java.util.concurrent.TimeUnit;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** A set from another thread while a task comes to await the event. */
@JCStressTest
@Outcome(
        id = "awake",
        expect = Expect.ACCEPTABLE,
        desc = "The set found the task waiting, or the task found the event set.")
@Outcome(id = "asleep", expect = Expect.FORBIDDEN, desc = "The task waits for a signal that was given: a lost wake-up.")
@State
public class SetVersusAwaitStress {
    private final EventLoop loop =
            EventLoop.builder().waiting(WaitStrategy.PARK).build();
    private final AutoResetEvent event = new AutoResetEvent(loop);
    private String end = "awake";

    /** Made before the actors meet, so that no actor's quit refuses the timer. */
    public SetVersusAwaitStress() {
        loop.schedule(this::giveUp, 10, TimeUnit.SECONDS);
    }

    /** Sets the event. */
    @Actor
    public void other() {
        event.set();
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
                return await(event);
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
