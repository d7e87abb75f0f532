package io.assay.queue;

import io.assay.queue.peers.Message;
import io.assay.queue.peers.QueueAdapter;
import java.util.function.Consumer;

/** A queue of which a test changes one thing. */
class Altered implements QueueAdapter {
    private final QueueAdapter queue;

    Altered(QueueAdapter queue) {
        this.queue = queue;
    }

    @Override
    public boolean offer(Message message) {
        return queue.offer(message);
    }

    @Override
    public Message poll() {
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
