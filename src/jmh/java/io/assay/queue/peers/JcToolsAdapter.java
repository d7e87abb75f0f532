package io.assay.queue.peers;

import java.util.function.Consumer;
import org.jctools.queues.MessagePassingQueue;
import org.jspecify.annotations.Nullable;

/** JCTools without the contract: its own drain, and no promise beyond its own. */
public final class JcToolsAdapter implements QueueAdapter {
    private final MessagePassingQueue<Message> queue;
    private @Nullable Consumer<Message> from;
    private MessagePassingQueue.@Nullable Consumer<Message> sink;

    /** Adapts a queue. */
    public JcToolsAdapter(MessagePassingQueue<Message> queue) {
        this.queue = queue;
    }

    @Override
    public boolean offer(Message message) {
        return queue.offer(message);
    }

    @Override
    public @Nullable Message poll() {
        return queue.relaxedPoll();
    }

    @Override
    public int drain(Consumer<Message> consumer, int limit) {
        if (from != consumer) {
            // The benchmark has one consumer: converted once, or each drain would make garbage.
            from = consumer;
            sink = consumer::accept;
        }
        return queue.drain(sink, limit);
    }

    @Override
    public boolean isEmpty() {
        return queue.isEmpty();
    }
}
