package io.assay.queue;

import java.util.function.Consumer;
import org.jctools.queues.MessagePassingQueue;
import org.jspecify.annotations.Nullable;

/** A queue of JCTools. */
final class MessagePassingHandoff<E> implements Handoff<E> {
    private final MessagePassingQueue<E> queue;

    MessagePassingHandoff(MessagePassingQueue<E> queue) {
        this.queue = queue;
    }

    @Override
    public boolean offer(E item) {
        // The strict offer: a relaxed one may refuse while there is room, and back-pressure is to mean "full".
        return queue.offer(item);
    }

    @Override
    public @Nullable E poll() {
        return queue.relaxedPoll();
    }

    @Override
    public int drain(Consumer<? super E> consumer, int limit) {
        Limits.drain(limit);
        // Not the queue's own drain: it keeps its place in a local variable, which a drain inside the callback moves.
        for (int i = 0; i < limit; i++) {
            E item = queue.relaxedPoll();
            if (item == null) {
                return i;
            }
            consumer.accept(item);
        }
        return limit;
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
        int capacity = queue.capacity();
        return capacity == MessagePassingQueue.UNBOUNDED_CAPACITY ? UNBOUNDED : capacity;
    }
}
