package io.assay.queue.peers;

import io.assay.queue.Waiter;
import io.assay.queue.WaitingHandoff;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A queue whose consumer waits. */
public interface Mailbox {
    /** Puts a message in and wakes the consumer where it sleeps, unless it is full. */
    boolean offer(Message message);

    /**
     * Takes the head, waiting for it.
     *
     * @return null if nothing came in so many nanoseconds, or after {@link #wakeUp}
     */
    @Nullable
    Message take(long nanos) throws InterruptedException;

    /** Ends the consumer's current or next wait. */
    void wakeUp();

    /** Our own. */
    static Mailbox of(WaitingHandoff<Message> queue) {
        return new Mailbox() {
            @Override
            public boolean offer(Message message) {
                return queue.offer(message);
            }

            @Override
            public @Nullable Message take(long nanos) throws InterruptedException {
                return queue.take(nanos);
            }

            @Override
            public void wakeUp() {
                queue.wakeUp();
            }
        };
    }

    /** A queue that has no way of waiting, with ours. */
    static Mailbox of(QueueAdapter queue, Waiter waiter) {
        BooleanSupplier ready = () -> !queue.isEmpty();
        return new Mailbox() {
            @Override
            public boolean offer(Message message) {
                if (!queue.offer(message)) {
                    return false;
                }
                waiter.signal();
                return true;
            }

            @Override
            public @Nullable Message take(long nanos) throws InterruptedException {
                Message message = queue.poll();
                if (message == null) {
                    waiter.await(ready, nanos);
                    message = queue.poll();
                }
                while (message == null && !queue.isEmpty()) {
                    Thread.yield();
                    message = queue.poll();
                }
                return message;
            }

            @Override
            public void wakeUp() {
                waiter.wakeUp();
            }
        };
    }

    /** A blocking queue with its own locks and conditions; {@link #wakeUp} is a message that nobody is given. */
    static Mailbox of(BlockingQueue<Message> queue) {
        Message wakeUp = new Message();
        return new Mailbox() {
            @Override
            public boolean offer(Message message) {
                return queue.offer(message);
            }

            @Override
            public @Nullable Message take(long nanos) throws InterruptedException {
                Message message = queue.poll(nanos, TimeUnit.NANOSECONDS);
                return message == wakeUp ? null : message;
            }

            @Override
            public void wakeUp() {
                queue.offer(wakeUp);
            }
        };
    }
}
