package io.assay.queue;

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
