package io.assay.future;

import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Takes dead continuations out of the middle of a list, so that a future that stays pending for long keeps no pile of
 * those that were cancelled, timed out or lost a race. There is no room for a counter in 16 bytes; so it is left to chance
 * how far a registration looks, as in a skip list: 64 nodes with a probability of 1/8, halved each time the distance is
 * doubled. The list is thus looked over down to a depth d about every d/8 registrations, which costs each of them some
 * 4 log2(d/64) nodes and leaves less dead ones than d.
 *
 * <p><b>Against other threads.</b> A node that is dead before its parent is done comes into no other list ever: when fired
 * it does nothing. As long as the head that the sweep started from is still the state, nothing it has walked over was
 * fired. So a link that still leads to a dead node after that check leads to it in this list, as it was read; and to
 * exchange it atomically leaves out dead nodes only. Who runs the list turns it round from its head on: a link it has
 * been to leads elsewhere, and the exchange fails. Two sweeps may undo each other's work, but only for dead nodes.
 */
final class Sweep {
    private static final int EVERY = 8;
    private static final int LENGTH = 64;

    /** No list is longer. */
    private static final int LONGEST = 30 - Integer.numberOfTrailingZeros(LENGTH);

    private Sweep() {}

    /** Called when a list has changed, with its head. */
    static void sometimes(Cell<?> parent, Continuation<?> head) {
        Continuation<?> second = head.next;
        if (second == null || second.next == null) {
            return;
        }
        int random = ThreadLocalRandom.current().nextInt();
        if ((random & (EVERY - 1)) == 0) {
            // The bits above are still random: k of them are zero with a probability of 1 / 2^k.
            over(parent, head, LENGTH << Math.min(Integer.numberOfLeadingZeros(random), LONGEST));
        }
    }

    /** Looks over so many nodes after the head. */
    static void over(Cell<?> parent, Continuation<?> head, int length) {
        Continuation<?> kept = head;
        Continuation<?> link = next(head);
        Continuation<?> node = link;
        for (int left = length; node != null && left > 0; left--) {
            if (node.isDead()) {
                node = next(node);
                continue;
            }
            if (node != link && !exchange(parent, head, kept, link, node)) {
                return;
            }
            kept = node;
            link = next(node);
            node = link;
        }
        if (node != link) {
            exchange(parent, head, kept, link, node);
        }
    }

    private static boolean exchange(
            Cell<?> parent,
            Continuation<?> head,
            Continuation<?> kept,
            @Nullable Continuation<?> dead,
            @Nullable Continuation<?> node) {
        return parent.state() == head && Continuation.NEXT.compareAndSet(kept, dead, node);
    }

    private static @Nullable Continuation<?> next(Continuation<?> node) {
        return (Continuation<?>) Continuation.NEXT.getAcquire(node);
    }
}
