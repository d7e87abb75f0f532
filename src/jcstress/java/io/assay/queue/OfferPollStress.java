package io.assay.queue;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** A producer offers two items while the consumer polls twice: what it sees is the first items, and what they refer to. */
@JCStressTest
@Outcome(id = ".* - -", expect = Expect.ACCEPTABLE, desc = "Both polls came before the first item was there.")
@Outcome(id = ".* - 1", expect = Expect.ACCEPTABLE, desc = "The first item came between the polls.")
@Outcome(id = ".* 1 -", expect = Expect.ACCEPTABLE, desc = "The second item came after the second poll.")
@Outcome(id = ".* 1 2", expect = Expect.ACCEPTABLE, desc = "Both items were there in time.")
@Outcome(id = ".*0.*", expect = Expect.FORBIDDEN, desc = "An item was visible before what its producer wrote into it.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Items are out of order.")
@State
public class OfferPollStress {
    private final QueueKind kind = AnyKind.next();
    private final Handoff<Item> queue = kind.create(2);

    /** Its field is plain: only the queue orders the write before the read. */
    private static final class Item {
        private int number;
    }

    /** Writes and offers. */
    @Actor
    public void producer() {
        for (int i = 1; i <= 2; i++) {
            Item item = new Item();
            item.number = i;
            queue.offer(item);
        }
    }

    /** Polls and reads. */
    @Actor
    public void consumer(L_Result result) {
        String first = number(queue.poll());
        result.r1 = kind + " " + first + " " + number(queue.poll());
    }

    private static String number(Item item) {
        return item == null ? "-" : Integer.toString(item.number);
    }
}
