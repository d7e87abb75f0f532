package io.assay.queue;

import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** A {@link Queue} that refuses by returning {@code false}: Agrona's and the JDK's. */
final class QueueHandoff<E> implements Handoff<E> {
    private final Queue<E> queue;
    private final int capacity;

    QueueHandoff(Queue<E> queue, int capacity) {
        this.queue = queue;
        this.capacity = capacity;
    }

    @Override
    public boolean offer(E item) {
        return queue.offer(item);
    }

    @Override
    public @Nullable E poll() {
        return queue.poll();
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
        return capacity;
    }
}
