package io.assay.queue;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * The hand-shake of a consumer about to park and a producer, without the park, so that millions of them fit in a second.
 */
@JCStressTest
@Outcome(
        id = "stays awake",
        expect = Expect.ACCEPTABLE,
        desc = "The consumer looked for an item after it was published: it does not park.")
@Outcome(
        id = "is woken",
        expect = Expect.ACCEPTABLE,
        desc = "The consumer looked before the item was published; its note was there when the producer read it.")
@Outcome(
        id = "sleeps on",
        expect = Expect.FORBIDDEN,
        desc = "Each read before the other's write was visible: the consumer parks on an item, and nobody wakes it.")
@State
public class NoteStress {
    private final Handoff<String> queue = QueueKind.JCTOOLS_ARRAY.create(2);
    private final ParkWaiter waiter = new ParkWaiter(0, 0);
    private boolean parks;

    /** Publishes and signals. */
    @Actor
    public void producer() {
        queue.offer("item");
        waiter.signal();
    }

    /** Writes its note and looks. */
    @Actor
    public void consumer() {
        parks = !waiter.readyAfterNote(Thread.currentThread(), () -> queue.poll() != null);
    }

    /** What becomes of the consumer. */
    @Arbiter
    public void fate(L_Result result) {
        result.r1 = !parks ? "stays awake" : waiter.noted() ? "sleeps on" : "is woken";
    }
}
