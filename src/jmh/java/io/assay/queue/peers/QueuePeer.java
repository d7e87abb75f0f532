package io.assay.queue.peers;

import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A {@link Queue} as its library gives it. */
public final class QueuePeer implements QueueAdapter {
    private final Queue<Message> queue;

    /** Adapts a queue. */
    public QueuePeer(Queue<Message> queue) {
        this.queue = queue;
    }

    @Override
    public boolean offer(Message message) {
        return queue.offer(message);
    }

    @Override
    public @Nullable Message poll() {
        return queue.poll();
    }

    @Override
    public int drain(Consumer<Message> consumer, int limit) {
        for (int i = 0; i < limit; i++) {
            Message message = queue.poll();
            if (message == null) {
                return i;
            }
            consumer.accept(message);
        }
        return limit;
    }

    @Override
    public boolean isEmpty() {
        return queue.isEmpty();
    }
}
