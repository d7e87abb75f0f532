package io.assay.eventloop.peers;

import java.util.function.IntFunction;
import org.jctools.queues.MessagePassingQueue;
import org.jspecify.annotations.Nullable;

/** A queue of JCTools and the call of the one handler: no types, no order of threads, no end, no waiting but spinning. */
final class BareQueue implements LoopAdapter {
    private static final int ROOM = 1 << 17;
    private static final NumberedEvent LAST = new NumberedEvent(-1);

    private final EventTally tally;
    private final IntFunction<MessagePassingQueue<NumberedEvent>> queues;
    private final NumberedEvent[] events = NumberedEvent.upTo(BURST);
    private final MessagePassingQueue<NumberedEvent> own;
    private final Baton baton = new Baton();
    private @Nullable MessagePassingQueue<NumberedEvent> outside;
    private volatile boolean closed;

    BareQueue(EventTally tally, IntFunction<MessagePassingQueue<NumberedEvent>> queues) {
        this.tally = tally;
        this.queues = queues;
        this.own = queues.apply(ROOM);
    }

    private static void offer(MessagePassingQueue<NumberedEvent> queue, NumberedEvent event) {
        if (!queue.offer(event)) {
            throw new IllegalStateException("the queue is full");
        }
    }

    @Override
    public void backlog(int count, EventTally counted) {
        MessagePassingQueue<NumberedEvent> queue = queues.apply(count);
        counted.pushBegins();
        for (int i = 0; i < count; i++) {
            offer(queue, new NumberedEvent(i));
        }
        counted.pushEnds();
        drain(queue, counted);
    }

    private static void drain(MessagePassingQueue<NumberedEvent> queue, EventTally tally) {
        for (NumberedEvent event = queue.poll(); event != null; event = queue.poll()) {
            tally.dispatched(event.number());
        }
    }

    @Override
    public void inLoop(int bursts) {
        for (int i = 0; i < bursts; i++) {
            for (NumberedEvent event : events) {
                offer(own, event);
            }
            drain(own, tally);
        }
    }

    @Override
    public void fromOutside(int bursts) {
        MessagePassingQueue<NumberedEvent> queue = outside;
        if (queue == null) {
            queue = queues.apply(ROOM);
            MessagePassingQueue<NumberedEvent> consumed = queue;
            Daemons.thread(() -> consume(consumed)).start();
            outside = queue;
        }
        for (int i = 0; i < bursts; i++) {
            for (NumberedEvent event : events) {
                offer(queue, event);
            }
        }
        offer(queue, LAST);
        baton.await();
    }

    private void consume(MessagePassingQueue<NumberedEvent> queue) {
        while (!closed) {
            NumberedEvent event = queue.poll();
            if (event == null) {
                Thread.onSpinWait();
            } else if (event == LAST) {
                baton.run();
            } else {
                tally.dispatched(event.number());
            }
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
