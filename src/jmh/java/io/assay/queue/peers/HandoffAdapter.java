package io.assay.queue.peers;

import io.assay.queue.Handoff;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Any queue through our contract. */
public final class HandoffAdapter implements QueueAdapter {
    private final Handoff<Message> queue;

    /** Adapts a queue. */
    public HandoffAdapter(Handoff<Message> queue) {
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
        return queue.drain(consumer, limit);
    }

    @Override
    public boolean isEmpty() {
        return queue.isEmpty();
    }
}
