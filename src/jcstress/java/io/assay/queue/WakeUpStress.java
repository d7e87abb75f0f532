package io.assay.queue;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** A consumer that parks and a producer that offers: the consumer never sleeps on an item. */
@JCStressTest
@Outcome(
        id = "item",
        expect = Expect.ACCEPTABLE,
        desc = "The consumer saw the item, before it parked or after the producer's signal woke it.")
@Outcome(
        id = "asleep",
        expect = Expect.FORBIDDEN,
        desc = "Producer and consumer each read what the other had not yet written: a lost wake-up.")
@State
public class WakeUpStress {
    /** As good as for ever for a wake-up, and short enough to tell of one that was lost. */
    static final long PATIENCE = 10_000_000_000L;

    private final WaitingHandoff<String> queue =
            new WaitingHandoff<>(QueueKind.JCTOOLS_ARRAY.create(2), WaitStrategy.PARK);

    /** Offers. */
    @Actor
    public void producer() {
        queue.offer("item");
    }

    /** Waits and takes. */
    @Actor
    public void consumer(L_Result result) {
        try {
            result.r1 = queue.await(PATIENCE) ? queue.take(PATIENCE) : "asleep";
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts an actor", e);
        }
    }
}
