package io.assay.queue.peers;

import com.lmax.disruptor.EventPoller;
import com.lmax.disruptor.EventTranslatorOneArg;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.YieldingWaitStrategy;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** LMAX Disruptor: many producers publish a reference into a slot, one consumer polls. */
public final class DisruptorAdapter implements QueueAdapter {
    private static final EventTranslatorOneArg<Slot, Message> PUT = (slot, sequence, message) -> slot.message = message;

    private final RingBuffer<Slot> ring;
    private final EventPoller<Slot> poller;
    private final EventPoller.Handler<Slot> one = this::one;
    private final EventPoller.Handler<Slot> several = this::several;
    private @Nullable Message polled;
    private @Nullable Consumer<Message> consumer;
    private int taken;
    private int limit;

    private static final class Slot {
        private @Nullable Message message;

        private Message take() {
            Message taken = message;
            // As the queues do: what was taken must not be kept alive.
            message = null;
            return taken;
        }
    }

    /**
     * Makes a ring.
     *
     * @param capacity a power of two
     */
    public DisruptorAdapter(int capacity) {
        // The wait strategy is for consumers that block; a poller never does.
        ring = RingBuffer.createMultiProducer(Slot::new, capacity, new YieldingWaitStrategy());
        poller = ring.newPoller();
        ring.addGatingSequences(poller.getSequence());
    }

    @Override
    public boolean offer(Message message) {
        return ring.tryPublishEvent(PUT, message);
    }

    @Override
    public @Nullable Message poll() {
        polled = null;
        poll(one);
        return polled;
    }

    @Override
    public int drain(Consumer<Message> to, int most) {
        consumer = to;
        limit = most;
        taken = 0;
        poll(several);
        return taken;
    }

    private void poll(EventPoller.Handler<Slot> handler) {
        try {
            poller.poll(handler);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean one(Slot slot, long sequence, boolean endOfBatch) {
        polled = slot.take();
        return false;
    }

    private boolean several(Slot slot, long sequence, boolean endOfBatch) {
        consumer.accept(slot.take());
        return ++taken < limit;
    }

    @Override
    public boolean isEmpty() {
        return poller.getSequence().get() == ring.getCursor();
    }
}
