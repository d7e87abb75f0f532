package io.assay.queue;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A first-in-first-out queue from any number of producers to one consumer.
 *
 * <p><b>Threads.</b> Any thread may call {@link #offer}, {@link #size}, {@link #isEmpty} and {@link #capacity}. The
 * consumer alone calls {@link #poll} and {@link #drain}: one thread at a time, with a happens-before edge between one
 * consumer and the next. Two consumers at once break the queue, and nothing notices.
 *
 * <p><b>Order and loss.</b> Items of one producer come out in the order in which it offered them, each exactly once. What
 * a producer did before it offered an item happens-before what the consumer does after it took it.
 *
 * <p><b>Back-pressure.</b> A bounded queue that is full refuses; an unbounded one never does, and grows. Neither waits.
 *
 * <p><b>Items on their way.</b> Many kinds first claim a place and then fill it. While the item at the head is claimed and
 * not yet there, {@code poll} says {@code null} instead of waiting for a producer that may have been preempted, even
 * where a later item is complete. {@code isEmpty} is already {@code false} then, so whoever has to find all items, at a
 * shutdown for example, goes on until {@code isEmpty}, not until {@code poll} says {@code null}. One exception: while a
 * producer adds a chunk ({@link Progress#WAITS_FOR_CHUNK}) to a queue whose other items are all taken, {@code isEmpty}
 * stays {@code true} until its item is there. Nor does {@code offer} end with a full fence: a producer that then reads
 * what the consumer wrote before it looked must put one in between, lest neither see the other.
 *
 * @param <E> the items
 */
public interface Handoff<E> {
    /** The capacity of a queue that never refuses. */
    int UNBOUNDED = Integer.MAX_VALUE;

    /**
     * Puts an item in, unless the queue is full; any thread.
     *
     * @return whether it was accepted; an item that was not is the caller's as before
     * @throws NullPointerException if the item is {@code null}
     */
    boolean offer(E item);

    /** Takes the item at the head, or {@code null} where none is there to take; the consumer alone. */
    @Nullable
    E poll();

    /**
     * Takes up to {@code limit} items and hands each over as it is taken; the consumer alone. It ends early when
     * {@link #poll} would say {@code null}. The callback may offer, poll and drain: every item is out of the queue before
     * it is handed over, so an inner drain goes on with the next one, and its items are not counted by the outer. An
     * exception ends the drain and comes out of it; the item it was thrown for is taken, the rest stay.
     *
     * @param limit at least 0
     * @return how many items were handed over
     * @throws IllegalArgumentException if the limit is negative, while {@link io.assay.Checks#ENABLED}
     */
    default int drain(Consumer<? super E> consumer, int limit) {
        Limits.drain(limit);
        // Not a queue's own drain: it keeps its place in a local variable, which a drain inside the callback moves.
        for (int i = 0; i < limit; i++) {
            E item = poll();
            if (item == null) {
                return i;
            }
            consumer.accept(item);
        }
        return limit;
    }

    /**
     * How many items are inside, with those that are being offered; 0 to the capacity. Exact while nobody offers or
     * polls, else an estimate. Kinds with a node an item, but for
     * {@code JDK_LINKED_BLOCKING}, count node by node: O(n).
     */
    int size();

    /**
     * Whether nothing is inside. Once an {@link #offer} has returned {@code true}, the consumer reads {@code false} until
     * it has taken the item. O(1).
     */
    boolean isEmpty();

    /** How many items fit; {@link #UNBOUNDED} where it never refuses. */
    int capacity();
}
