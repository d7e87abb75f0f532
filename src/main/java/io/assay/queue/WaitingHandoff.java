package io.assay.queue;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A handoff whose consumer can wait, and whose producers wake it. All offers must go through this object: one that is made
 * to the queue underneath wakes nobody. Producers never wait: where the queue is bounded and full, {@link #offer} refuses.
 * Waiting allocates nothing.
 *
 * @param <E> the items
 */
public final class WaitingHandoff<E> implements Handoff<E> {
    private final Handoff<E> queue;
    private final Waiter waiter;
    private final BooleanSupplier ready;

    /** Adds waiting to a queue. */
    public WaitingHandoff(Handoff<E> queue, WaitStrategy strategy) {
        this.queue = queue;
        this.waiter = strategy.newWaiter();
        this.ready = () -> !queue.isEmpty();
    }

    @Override
    public boolean offer(E item) {
        if (!queue.offer(item)) {
            return false;
        }
        waiter.signal();
        return true;
    }

    /** Takes the head, waiting for it; a {@link #wakeUp} meanwhile is used up and changes nothing. The consumer alone. */
    public E take() throws InterruptedException {
        while (true) {
            E item = take(Long.MAX_VALUE);
            if (item != null) {
                return item;
            }
        }
    }

    /**
     * Takes the head, waiting for it; the consumer alone.
     *
     * @param nanos at most so long, in nanoseconds; 0 or less only looks; {@link Long#MAX_VALUE} is for ever. An item whose
     *     producer was preempted in the middle of its offer is waited for in any case
     * @return {@code null} if the time was up, or after {@link #wakeUp}, and nothing was there
     */
    public @Nullable E take(long nanos) throws InterruptedException {
        E item = queue.poll();
        if (item == null) {
            waiter.await(ready, nanos);
            item = queue.poll();
        }
        while (item == null && !queue.isEmpty()) {
            // The head is claimed and not yet there: its producer needs a core, perhaps this one.
            Waiter.yieldCore();
            item = queue.poll();
        }
        return item;
    }

    /**
     * Waits until there is something to take, or about to be (see {@link Handoff}, items on their way); the consumer alone.
     *
     * @param nanos at most so long, in nanoseconds; 0 or less only looks; {@link Long#MAX_VALUE} is for ever
     * @return {@code false} if the time was up first; {@code true} if something is there or {@link #wakeUp} was called
     */
    public boolean await(long nanos) throws InterruptedException {
        return waiter.await(ready, nanos);
    }

    /** Ends the current or, if there is none, the next wait of the consumer; any thread. */
    public void wakeUp() {
        waiter.wakeUp();
    }

    @Override
    public @Nullable E poll() {
        return queue.poll();
    }

    @Override
    public int drain(Consumer<? super E> consumer, int limit) {
        return queue.drain(consumer, limit);
    }

    @Override
    public int size() {
        return queue.size();
    }

    @Override
    public boolean isEmpty() {
        return queue.isEmpty();
    }

    @Override
    public int capacity() {
        return queue.capacity();
    }
}
