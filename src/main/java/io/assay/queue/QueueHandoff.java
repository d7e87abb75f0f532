package io.assay.queue;

import java.util.Queue;
import java.util.function.Consumer;
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
    public int drain(Consumer<? super E> consumer, int limit) {
        Limits.drain(limit);
        for (int i = 0; i < limit; i++) {
            E item = queue.poll();
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
        return capacity;
    }
}
