package io.assay.queue;

import io.assay.Checks;
import java.util.Objects;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.MessageHandler;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.ManyToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Hands messages of bytes from any number of producers to one consumer, through Agrona's {@code ManyToOneRingBuffer} in
 * memory outside the heap. A message is copied in by its producer and read in place: nothing is allocated after
 * construction, and nothing is left for the collector to trace. It is no {@link Handoff}, because it hands over copies.
 *
 * <p>Any thread may offer; {@link #drain} is the consumer's alone. Messages of one producer come out in their order, each
 * exactly once, whole. A full ring refuses and never waits: offers are lock-free, drains wait-free. What was said in
 * {@link Handoff} of items on their way holds here too: a later message waits for one that is still being copied.
 *
 * <p>A message takes its length and 8 bytes, rounded up to 8, and the end of the ring is skipped where it does not fit in.
 */
public final class ByteRing {
    private static final int LEAST = 64;

    /** Agrona wants a positive type with each message; here all are of one. */
    private static final int TYPE = 1;

    private final MutableDirectBuffer memory;
    private final RingBuffer ring;
    private final MessageHandler handler;
    private @Nullable ByteConsumer draining;

    /** Sees a message where it lies: the bytes are the consumer's until it returns. */
    @FunctionalInterface
    public interface ByteConsumer {
        /**
         * Takes a message.
         *
         * @param buffer to be read from {@code index} to {@code index + length} alone
         */
        void accept(DirectBuffer buffer, int index, int length);
    }

    /**
     * Makes an empty ring.
     *
     * @param capacity in bytes, with what messages take beside their own; rounded up to a power of two
     * @throws IllegalArgumentException unless the capacity is 64 to 2^30
     */
    public ByteRing(int capacity) {
        if (capacity < LEAST || capacity > Limits.MOST) {
            throw new IllegalArgumentException(
                    "a ring's capacity must be " + LEAST + " to " + Limits.MOST + " bytes, not " + capacity);
        }
        int bytes = Limits.powerOfTwo(capacity) + RingBufferDescriptor.TRAILER_LENGTH;
        UnsafeBuffer buffer = new UnsafeBuffer(BufferUtil.allocateDirectAligned(bytes, 2 * Long.SIZE));
        memory = buffer;
        ring = new ManyToOneRingBuffer(buffer);
        // Made once: one that is made for each drain would be garbage.
        handler =
                (type, from, index, length) -> Objects.requireNonNull(draining).accept(from, index, length);
    }

    /**
     * Copies a message in, unless there is no room for it now.
     *
     * @return whether it was accepted
     * @throws IndexOutOfBoundsException if the range is not in the source
     * @throws IllegalArgumentException if the message is longer than {@link #maxLength}: it would never fit
     */
    public boolean offer(byte[] source, int offset, int length) {
        // Never switched off: what fails after the claim would leave a hole that no one passes.
        Objects.checkFromIndexSize(offset, length, source.length);
        int index = claim(length);
        if (index < 0) {
            return false;
        }
        memory.putBytes(index, source, offset, length);
        ring.commit(index);
        return true;
    }

    /** As {@link #offer(byte[], int, int)}, from a buffer of Agrona's. */
    public boolean offer(DirectBuffer source, int offset, int length) {
        source.boundsCheck(offset, length);
        int index = claim(length);
        if (index < 0) {
            return false;
        }
        memory.putBytes(index, source, offset, length);
        ring.commit(index);
        return true;
    }

    private int claim(int length) {
        if (length > maxLength()) {
            throw new IllegalArgumentException(
                    "a message in this ring is " + maxLength() + " bytes at most, not " + length);
        }
        return ring.tryClaim(TYPE, length);
    }

    /**
     * Takes up to {@code limit} messages; the consumer alone. The room of what was taken is free again when it returns. The
     * callback may offer, and must not drain. An exception ends the drain and comes out of it; the message it was thrown
     * for is taken, the rest stay.
     *
     * @param limit at least 0
     * @return how many messages were handed over
     * @throws IllegalArgumentException if the limit is negative, while {@link Checks#ENABLED}
     * @throws IllegalStateException if called from within the callback, while {@link Checks#ENABLED}
     */
    public int drain(ByteConsumer consumer, int limit) {
        Limits.drain(limit);
        if (Checks.ENABLED && draining != null) {
            throw new IllegalStateException("a ring cannot be drained from within its own drain");
        }
        draining = consumer;
        try {
            int taken = 0;
            long from;
            do {
                // A read ends where the ring does, and what was skipped there counts for none.
                from = ring.consumerPosition();
                taken += ring.read(handler, limit - taken);
            } while (taken < limit && ring.consumerPosition() != from);
            return taken;
        } finally {
            draining = null;
        }
    }

    /** How many bytes are taken, with headers and what is skipped; exact while nobody offers or drains. */
    public int size() {
        return ring.size();
    }

    /** Whether nothing is inside, not even a message that is being copied. */
    public boolean isEmpty() {
        return size() == 0;
    }

    /** How many bytes there are in all. */
    public int capacity() {
        return ring.capacity();
    }

    /** The longest message in bytes: an eighth of the capacity. */
    public int maxLength() {
        return ring.maxMsgLength();
    }
}
