package io.assay.queue.peers;

import io.assay.queue.ByteRing;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/** Our byte ring: a message's three fields are copied in as 20 bytes, and out again into one message used for all. */
public final class ByteRingAdapter implements QueueAdapter {
    private static final int LENGTH = Integer.BYTES + 2 * Long.BYTES;

    /** What such a message takes in the ring, rounded up. */
    private static final int ROOM = 32;

    private final ByteRing ring;
    private final ThreadLocal<UnsafeBuffer> encoded = ThreadLocal.withInitial(() -> new UnsafeBuffer(new byte[LENGTH]));
    private final Message decoded = new Message();
    private final ByteRing.ByteConsumer one = this::decode;
    private final ByteRing.ByteConsumer several = this::forward;
    private @Nullable Consumer<Message> consumer;

    /**
     * Makes a ring.
     *
     * @param capacity in messages, a power of two
     */
    public ByteRingAdapter(int capacity) {
        ring = new ByteRing(Math.max(1_024, capacity * ROOM));
    }

    @Override
    public boolean offer(Message message) {
        UnsafeBuffer bytes = encoded.get();
        bytes.putInt(0, message.producer);
        bytes.putLong(Integer.BYTES, message.number);
        bytes.putLong(Integer.BYTES + Long.BYTES, message.intended);
        return ring.offer(bytes, 0, LENGTH);
    }

    @Override
    public @Nullable Message poll() {
        return ring.drain(one, 1) == 1 ? decoded : null;
    }

    @Override
    public int drain(Consumer<Message> to, int limit) {
        consumer = to;
        return ring.drain(several, limit);
    }

    private void decode(DirectBuffer buffer, int index, int length) {
        decoded.producer = buffer.getInt(index);
        decoded.number = buffer.getLong(index + Integer.BYTES);
        decoded.intended = buffer.getLong(index + Integer.BYTES + Long.BYTES);
    }

    private void forward(DirectBuffer buffer, int index, int length) {
        decode(buffer, index, length);
        consumer.accept(decoded);
    }

    @Override
    public boolean isEmpty() {
        return ring.isEmpty();
    }
}
