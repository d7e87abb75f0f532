package io.assay.eventloop;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** A post to a loop that is about to wait in its source of events. */
@JCStressTest
@Outcome(
        id = "awake",
        expect = Expect.ACCEPTABLE,
        desc = "The loop saw the event before it waited, or the post woke the source.")
@Outcome(
        id = "asleep",
        expect = Expect.FORBIDDEN,
        desc =
                "The loop looked before the item was there, and the post before the loop said that it waits: a lost wake-up.")
@State
public class PostVersusSourceStress {
    private final EventLoop loop = EventLoop.builder().source(new Parked()).build();
    private String end = "awake";

    /** Made before the actors meet, so that no actor's quit refuses the timer. */
    public PostVersusSourceStress() {
        loop.schedule(this::giveUp, 10, TimeUnit.SECONDS);
    }

    /** Posts. */
    @Actor
    public void other() {
        loop.execute(loop::quit);
    }

    /** Runs the loop until it ends, or for much longer than a wake-up takes. */
    @Actor
    public void loop(L_Result result) {
        loop.run();
        result.r1 = end;
    }

    private void giveUp() {
        end = "asleep";
        loop.quitNow();
    }

    /** As a selector: a wake-up ends the current wait or the next one, and nothing else does. */
    private static final class Parked implements EventSource {
        private volatile boolean woken;
        private volatile @Nullable Thread waiting;

        @Override
        public void await(long nanos) {
            waiting = Thread.currentThread();
            long start = System.nanoTime();
            while (!woken && System.nanoTime() - start < nanos) {
                LockSupport.parkNanos(this, nanos);
            }
            woken = false;
            waiting = null;
        }

        @Override
        public int poll() {
            return 0;
        }

        @Override
        public void wakeUp() {
            woken = true;
            LockSupport.unpark(waiting);
        }
    }
}
