package io.assay.queue.peers;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A queue under measurement, from many producers to one consumer. */
public interface QueueAdapter {
    /** Puts a message in, unless it is full; any thread. */
    boolean offer(Message message);

    /**
     * Takes the head, or null where nothing is there; the consumer alone. What it returns may be used until the next poll or
     * drain.
     */
    @Nullable
    Message poll();

    /** Takes up to {@code limit}; the consumer alone. */
    int drain(Consumer<Message> consumer, int limit);

    /** Whether nothing is inside; the consumer. */
    boolean isEmpty();
}
